package io.github.gradsmith.processor.random;

import io.github.gradsmith.Loss;

/** The loss of the reference, and its way back through the last activation. */
final class OutputLoss {
  private final int outputs;
  private final Unit unit;
  private final Objective objective;
  private final Arithmetic arithmetic;

  OutputLoss(Unit unit, Objective objective, Arithmetic arithmetic) {
    this(unit, objective, arithmetic, 0);
  }

  /**
   * @param outputs of the network, if more than are given at once
   */
  OutputLoss(Unit unit, Objective objective, Arithmetic arithmetic, int outputs) {
    this.outputs = outputs;
    this.unit = unit;
    this.objective = objective;
    this.arithmetic = arithmetic;
  }

  /** The loss; {@code delta} receives ∂E/∂z. */
  double loss(double[] z, double[] a, double[] slope, double[] t, double[] delta) {
    if (objective.is(Loss.CROSS_ENTROPY)) {
      return crossEntropy(z, t, delta);
    }
    if (objective.is(Loss.BINARY_CROSS_ENTROPY)) {
      return binaryCrossEntropy(z, t, delta);
    }
    double sum = 0;
    double[] lossSlope = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      DualNumber term =
          objective.term(arithmetic.variable(a[j]), t[j], Math.max(outputs, a.length));
      sum = arithmetic.rounded(sum + term.value());
      lossSlope[j] = term.slope();
    }
    throughActivation(a, slope, lossSlope, delta);
    return sum;
  }

  private void throughActivation(double[] a, double[] slope, double[] lossSlope, double[] delta) {
    if (!unit.isSoftmax() && !unit.isLogSoftmax()) {
      for (int j = 0; j < a.length; j++) {
        delta[j] = arithmetic.rounded(lossSlope[j] * slope[j]);
      }
      return;
    }
    double mean = 0;
    for (int j = 0; j < a.length; j++) {
      mean = arithmetic.rounded(mean + lossSlope[j] * (unit.isLogSoftmax() ? 1 : a[j]));
    }
    for (int j = 0; j < a.length; j++) {
      delta[j] =
          unit.isLogSoftmax()
              ? arithmetic.rounded(lossSlope[j] - arithmetic.rounded(Math.exp(a[j])) * mean)
              : arithmetic.rounded(a[j] * arithmetic.rounded(lossSlope[j] - mean));
    }
  }

  /** E = Σ t (log Σ e^z − z). */
  private double crossEntropy(double[] z, double[] t, double[] delta) {
    double logOfSum = logOfSum(z, arithmetic);
    double total = 0;
    for (double target : t) {
      total = arithmetic.rounded(total + target);
    }
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      double size = Math.abs(z[j]) + Math.abs(logOfSum);
      double surprise = arithmetic.rounded(logOfSum - z[j], size);
      sum = arithmetic.rounded(sum + t[j] * surprise);
      double probability = arithmetic.rounded(Math.exp(-surprise));
      delta[j] = arithmetic.rounded(arithmetic.rounded(probability * total) - t[j]);
    }
    return sum;
  }

  /** E = Σ t log(1 + e^−z) + (1 − t) log(1 + e^z). */
  private double binaryCrossEntropy(double[] z, double[] t, double[] delta) {
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      DualNumber variable = arithmetic.variable(z[j]);
      DualNumber term = variable.softplus().minus(variable.times(t[j]));
      sum = arithmetic.rounded(sum + term.value());
      delta[j] = term.slope();
    }
    return sum;
  }

  /** log Σ e^z. */
  static double logOfSum(double[] z, Arithmetic arithmetic) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : z) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (double value : z) {
      double difference = arithmetic.rounded(value - largest, Math.abs(value));
      sum = arithmetic.rounded(sum + arithmetic.rounded(Math.exp(difference)));
    }
    return arithmetic.rounded(largest + arithmetic.rounded(Math.log(sum), 1));
  }
}
