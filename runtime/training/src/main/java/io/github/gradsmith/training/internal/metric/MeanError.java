package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.training.Goal;
import io.github.gradsmith.training.Metric;
import java.util.Arrays;

/** The mean error of each output, absolute or as the root of squares; then the mean of these. */
public record MeanError(boolean squared) implements Metric {
  @Override
  public String name() {
    return squared ? "RMSE" : "MAE";
  }

  @Override
  public Goal goal() {
    return Goal.MINIMIZE;
  }

  @Override
  public Evaluator evaluator(int outputs, int rows) {
    double[] sums = new double[outputs];
    return new Evaluator() {
      private double weights;

      @Override
      public void reset() {
        Arrays.fill(sums, 0);
        weights = 0;
      }

      @Override
      public void add(double[] output, double[] target, double weight) {
        for (int k = 0; k < sums.length; k++) {
          double error = target[k] - output[k];
          sums[k] += weight * (squared ? error * error : Math.abs(error));
        }
        weights += weight;
      }

      @Override
      public double value() {
        double mean = 0;
        for (double sum : sums) {
          mean += squared ? StrictMath.sqrt(sum / weights) : sum / weights;
        }
        return mean / sums.length;
      }
    };
  }
}
