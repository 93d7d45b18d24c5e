package io.github.gradsmith.internal.parallel;

import io.github.gradsmith.DoubleNetwork;

/** The step of any network, by its public methods: the gradient is one row, a copy. */
public final class FlatDoubleStep implements DoubleParallelStep {
  private final DoubleNetwork network;
  private final double[][] gradient;

  private FlatDoubleStep(DoubleNetwork network) {
    this.network = network;
    gradient = new double[1][network.parameterCount()];
  }

  /** The step that the network has itself, if it has one. */
  public static DoubleParallelStep of(DoubleNetwork network) {
    return network instanceof DoubleStepSource
        ? ((DoubleStepSource) network).parallelStep()
        : new FlatDoubleStep(network);
  }

  @Override
  public double[][] gradient() {
    return gradient;
  }

  @Override
  public void getGradient(double[] destination) {
    System.arraycopy(gradient[0], 0, destination, 0, destination.length);
  }

  @Override
  public double addGradient(double[][] inputs, double[][] targets, int from, int to) {
    return (to - from) * network.gradient(inputs, targets, from, to, gradient[0]);
  }

  @Override
  public double addGradient(
      double[][] inputs,
      double[][] targets,
      double[] weights,
      double total,
      int from,
      int to,
      int row) {
    double part = 0;
    for (int i = from; i < to; i++) {
      part += weights[i];
    }
    if (part == 0) {
      return 0;
    }
    double loss = network.gradient(inputs, targets, weights, from, to, gradient[0]);
    double share = part / total;
    for (int i = 0; i < gradient[0].length; i++) {
      gradient[0][i] *= share;
    }
    return loss * share;
  }

  @Override
  public void stepRows(int from, int to, double learningRate) {
    network.update(gradient[0], learningRate);
  }
}
