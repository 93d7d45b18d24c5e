package io.github.gradsmith.processor.generated;

import java.util.Arrays;
import java.util.Random;

/**
 * Seeded inputs and targets, exact in {@code float} too. No weighted sum comes near a kink of its
 * activation, and no output near one of the loss, where rounding or a small step would change the
 * branch.
 */
final class Samples {
  private static final double LEAST_DISTANCE = 1e-3;

  final double[][] x;
  final double[][] t;

  /** {@code count} samples for a network with the parameters it has now. */
  Samples(PlainLoops network, int inputs, int outputs, int count, long seed) {
    Random random = new Random(seed);
    x = new double[count][];
    t = new double[count][];
    for (int s = 0; s < count; s++) {
      int draws = 0;
      do {
        x[s] = row(inputs, -1, random);
        t[s] = row(outputs, 0, random);
        if (++draws > 10_000) {
          throw new AssertionError("no input keeps off the kinks");
        }
      } while (network.distanceFromKinks(x[s], t[s]) < LEAST_DISTANCE);
    }
  }

  static Samples of(AnyNetwork network, int count, long seed) {
    int[] layers = network.topology().widths();
    return new Samples(PlainLoops.like(network), layers[0], layers[layers.length - 1], count, seed);
  }

  /** Makes each target 1 where it is largest and 0 elsewhere. */
  void makeTargetsOneHot() {
    for (double[] row : t) {
      double largest = Arrays.stream(row).max().getAsDouble();
      for (int j = 0; j < row.length; j++) {
        row[j] = row[j] == largest ? 1 : 0;
      }
    }
  }

  /** Divides each target by the sum of its row. */
  void makeTargetsDistributions() {
    for (double[] row : t) {
      double sum = Arrays.stream(row).sum();
      for (int j = 0; j < row.length; j++) {
        row[j] /= sum;
      }
    }
  }

  /** Changes the parameters of {@code network}, so that biases are no longer 0. */
  static void perturb(AnyNetwork network, long seed) {
    Random random = new Random(seed);
    double[] parameters = network.parameters();
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) (parameters[i] + 0.1 * random.nextGaussian());
    }
    network.setParameters(parameters);
  }

  private static double[] row(int width, double low, Random random) {
    double[] row = new double[width];
    for (int i = 0; i < width; i++) {
      row[i] = (float) (low + (1 - low) * random.nextDouble());
    }
    return row;
  }
}
