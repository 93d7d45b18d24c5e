package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.training.Goal;
import io.github.gradsmith.training.Metric;

/** The share of rows whose class is among the k largest outputs. */
public record TopK(int k) implements Metric {
  public TopK {
    if (k < 1) {
      throw new IllegalArgumentException("k is " + k + ", expected at least 1");
    }
  }

  @Override
  public String name() {
    return "top " + k;
  }

  @Override
  public Goal goal() {
    return Goal.MAXIMIZE;
  }

  @Override
  public Evaluator evaluator(int outputs, int rows) {
    if (outputs < 2) {
      throw new IllegalArgumentException(
          "top " + k + " needs several outputs, but there is 1: use accuracy()");
    }
    return new WeightedMean() {
      @Override
      double of(double[] output, double[] target) {
        return isAmongLargest(output, Classes.of(target)) ? 1 : 0;
      }
    };
  }

  private boolean isAmongLargest(double[] output, int right) {
    if (right == Classes.NONE || Classes.of(output) == Classes.NONE) {
      return false;
    }
    int larger = 0;
    for (int j = 0; j < output.length; j++) {
      if (output[j] > output[right] || output[j] == output[right] && j < right) {
        larger++;
      }
    }
    return larger < k;
  }

  @Override
  public String format(double value) {
    return Classes.percent(value);
  }
}
