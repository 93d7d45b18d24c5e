package io.github.gradsmith.processor.random;

import java.util.List;

/**
 * What the reference computed of one sample.
 *
 * @param z weighted sums, one row per layer; null for the input
 * @param a outputs, one row per layer, the input first
 * @param slope ∂a/∂z of each layer but softmax
 * @param delta ∂E/∂z of the last layer
 * @param loss E
 * @param kinks distances from all kinks that were met
 */
record Pass(
    double[][] z, double[][] a, double[][] slope, double[] delta, double loss, List<Double> kinks) {
  double[] output() {
    return a[a.length - 1];
  }
}
