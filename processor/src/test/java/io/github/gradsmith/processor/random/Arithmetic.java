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
  private final double smallest;
  private final SplittableRandom random;
  private final List<Double> kinks = new ArrayList<>();

  private Arithmetic(double unit, double smallest, long seed) {
    this.unit = unit;
    this.smallest = smallest;
    this.random = new SplittableRandom(seed);
  }

  static Arithmetic exact() {
    return new Arithmetic(0, 0, 0);
  }

  /**
   * Every operation is off by a random multiple of {@code unit}, whose variance is 1.
   *
   * @param smallest what is less than this may come out as 0
   */
  static Arithmetic noisy(double unit, double smallest, long seed) {
    return new Arithmetic(unit, smallest, seed);
  }

  /** A result as it is rounded. */
  double rounded(double value) {
    return rounded(value, value);
  }

  /** A result whose error is that of numbers of size {@code scale}. */
  double rounded(double value, double scale) {
    if (unit == 0) {
      return value;
    }
    double near = value + unit * scale * noise();
    return isTiny(value) ? near + smallest * noise() : near;
  }

  /** Whether a product or quotient comes out with few digits, or as 0. */
  private boolean isTiny(double value) {
    return value != 0 && Math.abs(value) < smallest;
  }

  /** A result of a function, which may leave the range of the precision at its lower end. */
  double ofFunction(double value) {
    return value == 0 || unit == 0 ? value : rounded(value) + smallest * noise();
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
