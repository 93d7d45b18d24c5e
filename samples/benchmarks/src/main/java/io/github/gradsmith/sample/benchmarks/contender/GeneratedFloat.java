package io.github.gradsmith.sample.benchmarks.contender;

import io.github.gradsmith.FloatNetwork;

/** A generated network as a subject. */
record GeneratedFloat(FloatNetwork network) implements FloatSubject {
  @Override
  public void forward(float[] input, float[] output) {
    network.forward(input, output);
  }

  @Override
  public void forward(float[][] inputs, float[][] outputs, int from, int to) {
    network.forward(inputs, outputs, from, to);
  }

  @Override
  public float train(float[] input, float[] target, float rate) {
    return network.train(input, target, rate);
  }

  @Override
  public float train(float[][] inputs, float[][] targets, int from, int to, float rate) {
    return network.train(inputs, targets, from, to, rate);
  }
}
