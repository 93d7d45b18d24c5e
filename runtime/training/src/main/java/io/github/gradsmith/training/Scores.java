package io.github.gradsmith.training;

import java.util.Arrays;
import java.util.List;

/**
 * The numbers that the folds of a cross-validation have.
 *
 * @param metric what they are
 * @param list one for each fold, in order
 */
public record Scores(Metric metric, List<Double> list) {
  /** As given. */
  public Scores {
    list = List.copyOf(list);
  }

  /** The numbers, one for each fold. */
  public double[] values() {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Their mean. */
  public double mean() {
    return Arrays.stream(values()).sum() / list.size();
  }

  /** Their standard deviation, divided by the number of folds (NumPy's {@code std}). */
  public double deviation() {
    double mean = mean();
    double squares = Arrays.stream(values()).map(v -> (v - mean) * (v - mean)).sum();
    return StrictMath.sqrt(squares / list.size());
  }

  @Override
  public String toString() {
    return metric.name() + " " + metric.format(mean()) + " ± " + metric.format(deviation());
  }
}
