package io.github.gradsmith.sample.benchmarks.contender;

/** The methods that are measured, of whatever computes in {@code double}. */
interface DoubleSubject {
  void forward(double[] input, double[] output);

  void forward(double[][] inputs, double[][] outputs, int from, int to);

  double train(double[] input, double[] target, double rate);

  double train(double[][] inputs, double[][] targets, int from, int to, double rate);
}
