package io.github.gradsmith.sample.lecture;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Random;

/**
 * One sample's gradient of the 784-30-10 network, by numerical differentiation and by
 * backpropagation: the same numbers, at very different prices.
 */
final class Comparison {
  private static final int EPOCH = 60_000;
  private static final int WARM_UP_PARAMETERS = 5_000;
  private static final int BACKWARD_RUNS = 5_000;
  private static final double INK = 0.19; // the share of MNIST's training pixels that are not 0

  private final PrintStream out;
  private final DigitsNet network = DigitsNet.create(1);
  private final double[] image = image();
  private final double[] target = new double[network.outputSize()];
  private final double[] backward = new double[network.parameterCount()];

  Comparison(PrintStream out) {
    this.out = out;
    target[3] = 1;
  }

  /** Measures both ways and prints what an epoch would take; takes some seconds. */
  void print() {
    CentralDifference.gradient(network, image, target, WARM_UP_PARAMETERS);
    long start = System.nanoTime();
    double[] numerical = CentralDifference.gradient(network, image, target);
    double numericalSeconds = seconds(start);
    double backwardSeconds = backpropagation();

    line("784-30-10, double, one sample: %,d partial derivatives", backward.length);
    line("");
    line("  %-26s %14s     %s", "", "one sample", "epoch of 60,000 (extrapolated)");
    row("numerical differentiation", numericalSeconds);
    row("backpropagation", backwardSeconds);
    line("");
    line("  backpropagation is %,.0f times as fast", numericalSeconds / backwardSeconds);
    line("  largest difference %.1e of the largest derivative", largestDifference(numerical));
    line("");
    line("Numerical differentiation takes two losses for each parameter (central difference,");
    line("h = %s); an epoch of it took the lecture's own code more than 20 hours.", h());
    line("The times of one sample are measured; those of an epoch are 60,000 times as long.");
  }

  private double backpropagation() {
    double[][] inputs = {image};
    double[][] targets = {target};
    double seconds = 0;
    for (int round = 0; round < 2; round++) { // the first is the warm-up
      long start = System.nanoTime();
      for (int run = 0; run < BACKWARD_RUNS; run++) {
        network.gradient(inputs, targets, 0, 1, backward);
      }
      seconds = seconds(start) / BACKWARD_RUNS;
    }
    return seconds;
  }

  private double largestDifference(double[] numerical) {
    double difference = 0;
    double largest = 0;
    for (int p = 0; p < numerical.length; p++) {
      difference = Math.max(difference, Math.abs(numerical[p] - backward[p]));
      largest = Math.max(largest, Math.abs(backward[p]));
    }
    return difference / largest;
  }

  private void row(String name, double secondsPerSample) {
    line(
        "  %-26s %14s     %s",
        name, Durations.text(secondsPerSample), Durations.text(secondsPerSample * EPOCH));
  }

  /** Not a digit, but as dark as one: most pixels 0, the others anything up to 1. */
  private static double[] image() {
    Random random = new Random(1);
    double[] image = new double[784];
    for (int i = 0; i < image.length; i++) {
      image[i] = random.nextDouble() < INK ? random.nextDouble() : 0;
    }
    return image;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }

  private static String h() {
    return String.valueOf(CentralDifference.H);
  }

  private void line(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values) + "\n");
  }
}
