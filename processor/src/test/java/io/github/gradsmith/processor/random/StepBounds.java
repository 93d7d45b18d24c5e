package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.model.OptimizerChoice;
import java.util.ArrayList;
import java.util.List;

/**
 * Where parameters may be after a step. The reference takes it on the gradient, and on what
 * rounding may make of the gradient at most: rules that divide by its size make a whole step of the
 * rounding of an entry near 0.
 */
final class StepBounds {
  private static final double[] SHARES_OF_TOLERANCE = {-1.5, 0, 1.5};

  /** So much of the width is added at both ends. */
  private static final double WIDER = 0.75;

  /** Roundings of the step itself: a dozen operations. */
  private static final double ROUNDINGS = 64;

  /**
   * Roundings of a parameter beside one for each row: rows that are alike are added to it one by
   * one, and rounded alike.
   */
  private static final double FEW_ROUNDINGS = 8;

  private final NetworkDescription network;
  private final List<ReferenceOptimizer> tracks = new ArrayList<>();

  StepBounds(NetworkDescription network, int parameters) {
    this.network = network;
    for (int i = 0; i < SHARES_OF_TOLERANCE.length; i++) {
      tracks.add(new ReferenceOptimizer(network.optimizer(), parameters));
    }
  }

  /** That {@code after} is where one step on a gradient leads. */
  void assertStep(
      String what, double[] after, double[] before, Gradient gradient, double rate, int samples) {
    double[] low = new double[before.length];
    double[] high = new double[before.length];
    for (int track = 0; track < SHARES_OF_TOLERANCE.length; track++) {
      double[] values = new double[before.length];
      for (int i = 0; i < values.length; i++) {
        double tolerance = gradient.tolerances()[i] + decayError(before[i]);
        values[i] = gradient.values()[i] + SHARES_OF_TOLERANCE[track] * tolerance;
      }
      double[] step = tracks.get(track).step(before, values, rate);
      for (int i = 0; i < step.length; i++) {
        double slack =
            network.unit()
                * (ROUNDINGS * Math.abs(step[i]) + (FEW_ROUNDINGS + samples) * Math.abs(before[i]));
        double target = before[i] - step[i];
        low[i] = track == 0 ? target - slack : Math.min(low[i], target - slack);
        high[i] = track == 0 ? target + slack : Math.max(high[i], target + slack);
      }
    }
    widen(low, high);
    Near.assertBetween(what, after, low, high);
  }

  /** Of several uncertain steps the tracks show some combinations only. */
  private static void widen(double[] low, double[] high) {
    for (int i = 0; i < low.length; i++) {
      double share = (high[i] - low[i]) * WIDER;
      low[i] -= share;
      high[i] += share;
    }
  }

  /** Of a gradient to which a multiple of the parameter is added. */
  private double decayError(double parameter) {
    return network.optimizer() instanceof OptimizerChoice.Sgd rule
        ? 4 * network.unit() * rule.weightDecay() * Math.abs(parameter)
        : 0;
  }
}
