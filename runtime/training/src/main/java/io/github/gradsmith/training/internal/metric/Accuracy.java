package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.training.Goal;
import io.github.gradsmith.training.Metric;

/** The share of rows whose class is right. */
public record Accuracy() implements Metric {
  @Override
  public String name() {
    return "accuracy";
  }

  @Override
  public Goal goal() {
    return Goal.MAXIMIZE;
  }

  @Override
  public Evaluator evaluator(int outputs, int rows) {
    return new WeightedMean() {
      @Override
      double of(double[] output, double[] target) {
        return Classes.of(output) == Classes.of(target) ? 1 : 0;
      }
    };
  }

  @Override
  public String format(double value) {
    return Classes.percent(value);
  }
}
