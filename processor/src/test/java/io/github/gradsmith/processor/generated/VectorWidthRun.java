package io.github.gradsmith.processor.generated;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import java.util.Random;

/**
 * Prints, for each network {@code demo.NamePlainImpl} and {@code demo.NameVectorImpl}, which
 * kernels the second runs and how far the two are apart after the same calls, over the largest
 * parameter.
 */
final class VectorWidthRun {
  private static final int BATCH = 13;

  private VectorWidthRun() {}

  public static void main(String[] names) throws ReflectiveOperationException {
    for (String name : names) {
      AnyNetwork plain = network(name + "Plain");
      AnyNetwork vector = network(name + "Vector");
      System.out.printf(
          "%s %s %.3g%n",
          name, vector.topology().kernels().replace(' ', '-'), distance(plain, vector));
    }
  }

  private static AnyNetwork network(String name) throws ReflectiveOperationException {
    Object network =
        Class.forName("demo." + name + "Impl").getConstructor(long.class).newInstance(1);
    return network instanceof FloatNetwork
        ? AnyNetwork.of((FloatNetwork) network)
        : AnyNetwork.of((DoubleNetwork) network);
  }

  /** After predictions, gradients and steps on one sample and on batches of every size. */
  private static double distance(AnyNetwork plain, AnyNetwork vector) {
    int[] layers = plain.topology().widths();
    Random random = new Random(3);
    double[][] x = rows(layers[0], random);
    double[][] t = rows(layers[layers.length - 1], random);
    double largest = 0;
    for (int s = 0; s < BATCH; s++) {
      largest = Math.max(largest, relative(vector.forward(x[s]), plain.forward(x[s])));
    }
    double[] one = new double[plain.parameters().length];
    double[] other = new double[one.length];
    for (int count = 1; count <= BATCH; count++) {
      double[][] some = vector.forward(x, 0, count);
      double[][] expected = plain.forward(x, 0, count);
      for (int s = 0; s < count; s++) {
        largest = Math.max(largest, relative(some[s], expected[s]));
      }
      plain.gradient(x, t, 0, count, one);
      vector.gradient(x, t, 0, count, other);
      largest = Math.max(largest, relative(other, one));
    }
    for (AnyNetwork network : new AnyNetwork[] {plain, vector}) {
      network.train(x[0], t[0], 0.01);
      network.train(x, t, 0, BATCH, 0.01);
    }
    return Math.max(largest, relative(vector.parameters(), plain.parameters()));
  }

  private static double[][] rows(int width, Random random) {
    double[][] rows = new double[BATCH][width];
    for (double[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextDouble();
      }
    }
    return rows;
  }

  private static double relative(double[] actual, double[] expected) {
    return Deviation.relative(actual, expected);
  }
}
