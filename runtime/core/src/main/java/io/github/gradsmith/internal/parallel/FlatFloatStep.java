package io.github.gradsmith.internal.parallel;

import io.github.gradsmith.FloatNetwork;

/** The step of any network, by its public methods: the gradient is one row, a copy. */
public final class FlatFloatStep implements FloatParallelStep {
  private final FloatNetwork network;
  private final float[][] gradient;

  private FlatFloatStep(FloatNetwork network) {
    this.network = network;
    gradient = new float[1][network.parameterCount()];
  }

  /** The step that the network has itself, if it has one. */
  public static FloatParallelStep of(FloatNetwork network) {
    return network instanceof FloatStepSource
        ? ((FloatStepSource) network).parallelStep()
        : new FlatFloatStep(network);
  }

  @Override
  public float[][] gradient() {
    return gradient;
  }

  @Override
  public void getGradient(float[] destination) {
    System.arraycopy(gradient[0], 0, destination, 0, destination.length);
  }

  @Override
  public double addGradient(float[][] inputs, float[][] targets, int from, int to) {
    return (double) (to - from) * network.gradient(inputs, targets, from, to, gradient[0]);
  }

  @Override
  public double addGradient(
      float[][] inputs,
      float[][] targets,
      float[] weights,
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
      gradient[0][i] *= (float) share;
    }
    return loss * share;
  }

  @Override
  public void stepRows(int from, int to, float learningRate) {
    network.update(gradient[0], learningRate);
  }
}
