package io.github.gradsmith.sample.benchmarks.contender;

/** The methods that are measured, of whatever computes in {@code float}. */
interface FloatSubject {
  void forward(float[] input, float[] output);

  void forward(float[][] inputs, float[][] outputs, int from, int to);

  float train(float[] input, float[] target, float rate);

  float train(float[][] inputs, float[][] targets, int from, int to, float rate);
}
