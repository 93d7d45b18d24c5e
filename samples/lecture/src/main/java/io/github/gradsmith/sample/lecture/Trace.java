package io.github.gradsmith.sample.lecture;

/** The lecture's table: z and a of every neuron for one input. Indices count from 1. */
record Trace(double[][] z, double[][] a) {
  /** Runs {@code input} through the network and keeps what every layer did. */
  static Trace of(LectureNet network, double[] input) {
    Trace trace = new Trace(new double[3][2], new double[3][2]);
    network.trace(input, trace.z, trace.a);
    return trace;
  }

  /** The weighted sum of neuron {@code i} of {@code layer}, 2 or 3. */
  double z(int layer, int i) {
    return z[layer - 1][i - 1];
  }

  /** The activation of neuron {@code i} of {@code layer}; a(1) = x. */
  double a(int layer, int i) {
    return a[layer - 1][i - 1];
  }

  /** The error of output {@code i}: Eᵢ = ½ (tᵢ − aᵢ(3))². */
  double error(double[] target, int i) {
    double difference = target[i - 1] - a(3, i);
    return 0.5 * difference * difference;
  }
}
