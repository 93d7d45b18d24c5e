package io.github.gradsmith.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Arithmetic on doubles, exact but for their own rounding, or with the rounding of a precision as
 * random noise: what two noisy runs differ from the exact one tells how far honest arithmetic of
 * that precision may be off. Keeps a list of the distances from every kink that was met.
 */
final class Arithmetic {
  private static final double TO_UNIT_VARIANCE = Math.sqrt(3);

  private final double unit;
  private final SplittableRandom random;
  private final List<Double> kinks = new ArrayList<>();

  private Arithmetic(double unit, long seed) {
    this.unit = unit;
    this.random = new SplittableRandom(seed);
  }

  static Arithmetic exact() {
    return new Arithmetic(0, 0);
  }

  /** Every operation is off by a random multiple of {@code unit}, whose variance is 1. */
  static Arithmetic noisy(double unit, long seed) {
    return new Arithmetic(unit, seed);
  }

  /** A result as it is rounded. */
  double rounded(double value) {
    return rounded(value, value);
  }

  /** A result whose error is that of numbers of size {@code scale}. */
  double rounded(double value, double scale) {
    return unit == 0 ? value : value + unit * scale * noise();
  }

  private double noise() {
    return TO_UNIT_VARIANCE * (2 * random.nextDouble() - 1);
  }

  /** Notes that another branch would be taken beyond {@code distance}. */
  void kinkAt(double distance) {
    kinks.add(distance);
  }

  List<Double> kinks() {
    return kinks;
  }

  DualNumber constant(double value) {
    return new DualNumber(this, value, 0);
  }

  DualNumber variable(double value) {
    return new DualNumber(this, value, 1);
  }
}
