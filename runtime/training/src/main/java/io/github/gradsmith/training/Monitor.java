package io.github.gradsmith.training;

import java.util.Objects;
import java.util.Optional;

/** A number of each epoch that decisions are made by. Monitors of the same number are equal. */
public final class Monitor {
  private static final Monitor TRAINING_LOSS = new Monitor("loss", false, null);
  private static final Monitor VALIDATION_LOSS = new Monitor("val loss", true, null);

  private final String name;
  private final boolean ofValidation;
  private final Metric metric;

  private Monitor(String name, boolean ofValidation, Metric metric) {
    this.name = name;
    this.ofValidation = ofValidation;
    this.metric = metric;
  }

  /** The running loss: the weighted mean of all batches' losses, each before its step. */
  public static Monitor trainingLoss() {
    return TRAINING_LOSS;
  }

  /** The loss of the validation rows after an epoch. */
  public static Monitor validationLoss() {
    return VALIDATION_LOSS;
  }

  /** A metric of the validation rows after an epoch; it must be among those of the run. */
  public static Monitor validation(Metric metric) {
    return new Monitor(metric.name(), true, metric);
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** What is better. */
  public Goal goal() {
    return metric == null ? Goal.MINIMIZE : metric.goal();
  }

  /** Whether it needs validation rows. */
  public boolean isOfValidation() {
    return ofValidation;
  }

  /** The metric, unless it is a loss. */
  public Optional<Metric> metric() {
    return Optional.ofNullable(metric);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monitor same
        && same.ofValidation == ofValidation
        && Objects.equals(same.metric, metric);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ofValidation, metric);
  }

  @Override
  public String toString() {
    return name;
  }
}
