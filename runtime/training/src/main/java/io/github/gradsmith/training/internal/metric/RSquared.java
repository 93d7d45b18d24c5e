package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.training.Goal;
import io.github.gradsmith.training.Metric;
import java.util.Arrays;

/** The coefficient of determination; the squares around the mean come by Welford's recurrence. */
public record RSquared() implements Metric {
  @Override
  public String name() {
    return "R²";
  }

  @Override
  public Goal goal() {
    return Goal.MAXIMIZE;
  }

  @Override
  public Evaluator evaluator(int outputs, int rows) {
    return new Sums(outputs);
  }

  private static final class Sums implements Evaluator {
    private final double[] residuals;
    private final double[] means;
    private final double[] squares;
    private double weights;

    Sums(int outputs) {
      residuals = new double[outputs];
      means = new double[outputs];
      squares = new double[outputs];
    }

    @Override
    public void reset() {
      Arrays.fill(residuals, 0);
      Arrays.fill(means, 0);
      Arrays.fill(squares, 0);
      weights = 0;
    }

    @Override
    public void add(double[] output, double[] target, double weight) {
      if (weight == 0) {
        return;
      }
      weights += weight;
      for (int k = 0; k < means.length; k++) {
        double error = target[k] - output[k];
        residuals[k] += weight * error * error;
        double deviation = target[k] - means[k];
        means[k] += deviation * (weight / weights);
        squares[k] += weight * deviation * (target[k] - means[k]);
      }
    }

    @Override
    public double value() {
      double sum = 0;
      for (int k = 0; k < means.length; k++) {
        sum += squares[k] == 0 ? (residuals[k] == 0 ? 1 : 0) : 1 - residuals[k] / squares[k];
      }
      return sum / means.length;
    }
  }
}
