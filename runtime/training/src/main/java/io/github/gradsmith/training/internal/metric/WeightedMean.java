package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.training.Metric;

/** The weighted mean of a number that each row has. */
abstract class WeightedMean implements Metric.Evaluator {
  private double sum;
  private double weights;

  /** The number of a row. */
  abstract double of(double[] output, double[] target);

  @Override
  public void reset() {
    sum = 0;
    weights = 0;
  }

  @Override
  public void add(double[] output, double[] target, double weight) {
    sum += weight * of(output, target);
    weights += weight;
  }

  @Override
  public double value() {
    return sum / weights;
  }
}
