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
  public double addGradient(float[][] inputs, float[][] targets, int from, int to) {
    return (double) (to - from) * network.gradient(inputs, targets, from, to, gradient[0]);
  }

  @Override
  public void stepRows(int from, int to, float learningRate) {
    network.update(gradient[0], learningRate);
  }
}
