package io.github.gradsmith.sample.benchmarks.contender;

import io.github.gradsmith.DoubleNetwork;

/** A generated network as a subject. */
record GeneratedDouble(DoubleNetwork network) implements DoubleSubject {
  @Override
  public void forward(double[] input, double[] output) {
    network.forward(input, output);
  }

  @Override
  public void forward(double[][] inputs, double[][] outputs, int from, int to) {
    network.forward(inputs, outputs, from, to);
  }

  @Override
  public double train(double[] input, double[] target, double rate) {
    return network.train(input, target, rate);
  }

  @Override
  public double train(double[][] inputs, double[][] targets, int from, int to, double rate) {
    return network.train(inputs, targets, from, to, rate);
  }
}
