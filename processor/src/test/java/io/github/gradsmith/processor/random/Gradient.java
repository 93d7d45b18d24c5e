package io.github.gradsmith.processor.random;

import java.util.Arrays;
import java.util.List;

/**
 * Loss and gradient of a mini-batch by the reference.
 *
 * @param loss the mean loss
 * @param lossTolerance how far rounding may lead
 * @param values the mean gradient, in the order of the parameters
 * @param tolerances for each entry; the weights of a layer have one, its biases another
 */
record Gradient(double loss, double lossTolerance, double[] values, double[] tolerances) {
  static Gradient mean(
      List<Integer> tensors,
      Tolerance tolerance,
      int samples,
      double loss,
      double[] losses,
      double[] sum,
      double[][] noisySums) {
    double[] values = divided(sum, samples);
    double[][] noisy =
        Arrays.stream(noisySums).map(run -> divided(run, samples)).toArray(double[][]::new);
    double[] tolerances = new double[sum.length];
    int from = 0;
    for (int size : tensors) {
      Arrays.fill(tolerances, from, from + size, tolerance.of(values, from, from + size, noisy));
      from += size;
    }
    return new Gradient(
        loss / samples, tolerance.of(loss / samples, divided(losses, samples)), values, tolerances);
  }

  /** The same times a factor that is itself known to a share of it. */
  Gradient times(double factor, double error) {
    double[] wider = new double[values.length];
    Arrays.setAll(wider, i -> factor * (tolerances[i] + error * Math.abs(values[i])));
    return new Gradient(
        loss, lossTolerance, Arrays.stream(values).map(g -> factor * g).toArray(), wider);
  }

  private static double[] divided(double[] values, int samples) {
    return Arrays.stream(values).map(value -> value / samples).toArray();
  }
}
