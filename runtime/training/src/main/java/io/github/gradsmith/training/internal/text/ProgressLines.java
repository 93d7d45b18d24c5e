package io.github.gradsmith.training.internal.text;

import io.github.gradsmith.training.History;
import io.github.gradsmith.training.Metric;
import io.github.gradsmith.training.Monitor;
import io.github.gradsmith.training.Run;
import java.util.Locale;

/** What is printed of a run. */
public final class ProgressLines {
  private ProgressLines() {}

  /**
   * The epoch that has ended.
   *
   * @param nanos its time
   * @param mean the time of an epoch so far, in nanoseconds
   */
  public static String epoch(Run run, long nanos, double mean) {
    History history = run.history();
    int epoch = run.epoch();
    int width = Integer.toString(run.epochs()).length();
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "epoch %" + width + "d/%d", epoch, run.epochs()));
    line.append("  loss ").append(number(history.value(Monitor.trainingLoss(), epoch)));
    line.append(" running");
    if (history.hasValidation()) {
      line.append("  val loss ").append(number(history.value(Monitor.validationLoss(), epoch)));
    }
    for (Metric metric : history.metrics()) {
      double value = history.value(Monitor.validation(metric), epoch);
      line.append("  ").append(metric.name()).append(' ').append(metric.format(value));
    }
    line.append("  ").append(Times.seconds(nanos));
    int left = run.epochs() - epoch;
    if (left > 0) {
      line.append(run.mayEndEarly() ? "  ETA ≤ " : "  ETA ").append(Times.span(mean * left));
    }
    return line.append(history.keptEpoch() == epoch ? " *" : "").toString();
  }

  /** Why a run ended, and whose parameters there are. */
  public static String end(Run run) {
    History history = run.history();
    String why =
        switch (history.stop()) {
          case EPOCHS -> "all epochs done";
          case PATIENCE -> "stopped: no better for as long as early stopping waits";
          case DURATION -> "stopped: the time is over";
          case CANCELLED -> "cancelled at step " + run.step();
          case NOT_FINITE -> "stopped at step " + run.step() + ": a number is not finite";
        };
    int kept = history.keptEpoch();
    return kept > 0 ? why + ", parameters of epoch " + kept : why;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
