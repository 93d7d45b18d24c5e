package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.training.Metric;

/**
 * Counts rows by their classes, and makes no number of that.
 *
 * @param counts where rows are added
 */
public record Counting(ClassCounts counts) implements Metric.Evaluator {
  @Override
  public void reset() {
    counts.reset();
  }

  @Override
  public void add(double[] output, double[] target, double weight) {
    counts.add(Classes.of(target), Classes.of(output), weight);
  }

  @Override
  public double value() {
    return Double.NaN;
  }
}
