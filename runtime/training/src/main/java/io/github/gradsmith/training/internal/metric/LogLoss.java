package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.internal.math.DoubleMath;
import io.github.gradsmith.training.Goal;
import io.github.gradsmith.training.Metric;

/** The cross entropy of probabilities. */
public record LogLoss() implements Metric {
  /** The distance of 1 from the next double: {@code numpy.finfo(float).eps}. */
  private static final double LEAST = 0x1p-52;

  @Override
  public String name() {
    return "log loss";
  }

  @Override
  public Goal goal() {
    return Goal.MINIMIZE;
  }

  @Override
  public Evaluator evaluator(int outputs, int rows) {
    return new WeightedMean() {
      @Override
      double of(double[] output, double[] target) {
        return output.length == 1 ? ofTwo(output[0], target[0]) : ofMany(output, target);
      }
    };
  }

  private static double ofTwo(double output, double target) {
    double a = clipped(output);
    double sum = a + (1 - a);
    return -term(1 - target, (1 - a) / sum) - term(target, a / sum);
  }

  private static double ofMany(double[] output, double[] target) {
    double sum = 0;
    for (double a : output) {
      sum += clipped(a);
    }
    double loss = 0;
    for (int k = 0; k < output.length; k++) {
      loss -= term(target[k], clipped(output[k]) / sum);
    }
    return loss;
  }

  private static double term(double target, double probability) {
    return target == 0 && !Double.isNaN(probability) ? 0 : target * DoubleMath.log(probability);
  }

  private static double clipped(double probability) {
    return Math.max(LEAST, Math.min(1 - LEAST, probability)); // NaN stays
  }
}
