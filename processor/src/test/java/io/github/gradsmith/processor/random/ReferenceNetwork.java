package io.github.gradsmith.processor.random;

import io.github.gradsmith.Loss;
import java.util.ArrayList;
import java.util.List;

/**
 * A network in plain loops on doubles: one loop per sum, the chain rule layer by layer, derivatives
 * by dual numbers. Nothing of the processor or of the runtime computes here.
 */
final class ReferenceNetwork implements Reference {
  private final List<Integer> widths;
  private final List<Unit> units;
  private final Objective objective;
  private final double[] parameters;

  ReferenceNetwork(NetworkDescription network, double[] parameters) {
    this.widths = network.widths();
    this.units = network.units();
    this.objective = network.objective();
    this.parameters = parameters.clone();
  }

  @Override
  public Pass pass(double[] x, double[] t, Arithmetic arithmetic) {
    int layers = widths.size();
    double[][] z = new double[layers][];
    double[][] a = new double[layers][];
    double[][] slope = new double[layers][];
    a[0] = x;
    for (int l = 1; l < layers; l++) {
      z[l] = weightedSums(l, a[l - 1], arithmetic);
      a[l] = new double[z[l].length];
      slope[l] = new double[z[l].length];
      activate(units.get(l - 1), z[l], a[l], slope[l], arithmetic);
    }
    OutputLoss output = new OutputLoss(units.get(layers - 2), objective, arithmetic);
    double[] delta = new double[t.length];
    double loss = output.loss(z[layers - 1], a[layers - 1], slope[layers - 1], t, delta);
    return new Pass(z, a, slope, delta, loss, arithmetic.kinks());
  }

  @Override
  public void addGradient(Pass pass, double[] gradient, Arithmetic arithmetic) {
    double[] delta = pass.delta();
    for (int l = widths.size() - 1; l > 0; l--) {
      double[] input = pass.a()[l - 1];
      int row = start(l);
      for (double d : delta) {
        for (int i = 0; i < input.length; i++) {
          gradient[row + i] = arithmetic.rounded(gradient[row + i] + d * input[i]);
        }
        row += input.length;
      }
      for (double d : delta) {
        gradient[row] = arithmetic.rounded(gradient[row] + d);
        row++;
      }
      if (l > 1) {
        delta = back(l, delta, pass.slope()[l - 1], arithmetic);
      }
    }
  }

  private double[] back(int l, double[] delta, double[] slope, Arithmetic arithmetic) {
    double[] sum = new double[slope.length];
    double[] squares = new double[slope.length];
    int row = start(l);
    for (double d : delta) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += d * parameters[row + i];
        squares[i] += sum[i] * sum[i];
      }
      row += sum.length;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = arithmetic.rounded(arithmetic.rounded(sum[i], Math.sqrt(squares[i])) * slope[i]);
    }
    return sum;
  }

  /** The error of a sum is that of all its partial sums. */
  private double[] weightedSums(int l, double[] a, Arithmetic arithmetic) {
    double[] z = new double[widths.get(l)];
    int weight = start(l);
    int bias = weight + z.length * a.length;
    for (int j = 0; j < z.length; j++) {
      double sum = parameters[bias + j];
      double squares = 0;
      for (double value : a) {
        sum += parameters[weight++] * value;
        squares += sum * sum;
      }
      z[j] = arithmetic.rounded(sum, Math.sqrt(squares));
    }
    return z;
  }

  /** A slope may be computed from the output: its error is then that of numbers of size 1. */
  static void activate(Unit unit, double[] z, double[] a, double[] slope, Arithmetic arithmetic) {
    if (unit.isSoftmax() || unit.isLogSoftmax()) {
      double logOfSum = OutputLoss.logOfSum(z, arithmetic);
      for (int j = 0; j < z.length; j++) {
        double logarithm = arithmetic.rounded(z[j] - logOfSum, Math.abs(z[j]) + Math.abs(logOfSum));
        a[j] = unit.isLogSoftmax() ? logarithm : arithmetic.rounded(Math.exp(logarithm));
      }
      return;
    }
    for (int j = 0; j < z.length; j++) {
      DualNumber result = unit.of(arithmetic.variable(z[j]));
      a[j] = result.value();
      slope[j] = result.slope() == 0 ? 0 : arithmetic.rounded(result.slope(), 1);
    }
  }

  /** Where the parameters of a layer begin. */
  int start(int l) {
    int start = 0;
    for (int before = 1; before < l; before++) {
      start += widths.get(before) * (widths.get(before - 1) + 1);
    }
    return start;
  }

  @Override
  public List<Integer> tensors() {
    List<Integer> tensors = new ArrayList<>();
    for (int l = 1; l < widths.size(); l++) {
      tensors.add(widths.get(l - 1) * widths.get(l));
      tensors.add(widths.get(l));
    }
    return tensors;
  }

  /** Whether the loss is one that is computed from z. */
  static boolean isCrossEntropy(Objective objective) {
    return objective.is(Loss.CROSS_ENTROPY) || objective.is(Loss.BINARY_CROSS_ENTROPY);
  }
}
