package io.github.gradsmith.sample.lecture;

import io.github.gradsmith.DoubleNetwork;

/**
 * Numerical differentiation: ∂E/∂w ≈ (E(w + h) − E(w − h)) / 2h, one parameter after the other. It
 * needs no formula, but two runs of the whole network for each of its parameters.
 */
final class CentralDifference {
  /** Near the cube root of 1.1e-16, where truncation (~h²) and rounding (~1e-16 / h) balance. */
  static final double H = 1e-5;

  private CentralDifference() {}

  /** All derivatives, in the order of {@code getParameters}; the network ends as it was. */
  static double[] gradient(DoubleNetwork network, double[] input, double[] target) {
    return gradient(network, input, target, network.parameterCount());
  }

  /** The derivatives of the first {@code count} parameters only. */
  static double[] gradient(DoubleNetwork network, double[] input, double[] target, int count) {
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    double[] gradient = new double[count];
    for (int p = 0; p < count; p++) {
      double w = parameters[p];
      parameters[p] = w + H;
      double above = loss(network, parameters, input, target);
      parameters[p] = w - H;
      double below = loss(network, parameters, input, target);
      parameters[p] = w;
      gradient[p] = (above - below) / (2 * H);
    }
    network.setParameters(parameters);
    return gradient;
  }

  private static double loss(
      DoubleNetwork network, double[] parameters, double[] input, double[] target) {
    network.setParameters(parameters);
    return network.loss(input, target);
  }
}
