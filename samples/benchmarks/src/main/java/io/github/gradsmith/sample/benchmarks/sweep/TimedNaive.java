package io.github.gradsmith.sample.benchmarks.sweep;

import io.github.gradsmith.sample.benchmarks.contender.FloatSamples;
import io.github.gradsmith.sample.benchmarks.contender.NaiveFloat;

/** The naive network's loops. */
final class TimedNaive implements Timed {
  private final NaiveFloat network;
  private final float[][] inputs;
  private final float[][] targets;
  private final float[] output;

  TimedNaive(NaiveFloat network, FloatSamples samples) {
    this.network = network;
    inputs = samples.inputs;
    targets = samples.targets;
    output = new float[targets[0].length];
  }

  @Override
  public long forward(int calls) {
    int row = 0;
    long start = System.nanoTime();
    for (int k = 0; k < calls; k++) {
      network.forward(inputs[row], output);
      row = row + 1 == inputs.length ? 0 : row + 1;
    }
    return System.nanoTime() - start;
  }

  @Override
  public long train(int calls) {
    long start = System.nanoTime();
    for (int k = 0; k < calls; k++) {
      network.train(inputs, targets, 0, inputs.length, Trial.RATE);
    }
    return System.nanoTime() - start;
  }
}
