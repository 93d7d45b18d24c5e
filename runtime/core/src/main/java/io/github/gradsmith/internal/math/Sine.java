package io.github.gradsmith.internal.math;

/**
 * sin x and cos x = sin(x + π/2) in {@code double}, by additions and multiplications alone.
 *
 * <p>x = n π/2 + r with |r| ≤ π/4 (Cody and Waite, Software Manual for the Elementary Functions,
 * 1980: π/2 in three parts, the first two short enough that their products with n are exact).
 * Beyond 2²⁰, and where r is so small that three parts are too few, {@link HugeAngle} finds r.
 */
final class Sine {
  /** Below 2⁻²⁷ sin x rounds to x. */
  private static final double TINY = 0x1p-27;

  private static final double EIGHTH_TURN = 0x1.921fb54442d18p-1;

  /** Up to here n has at most 20 bits, and its products with parts of 33 bits are exact. */
  private static final double LIMIT = 0x1p20;

  /** The three parts leave an error of 2⁻⁹⁹, which from here on is less than 2⁻⁵⁹ of r. */
  private static final double LEAST = 0x1p-40;

  /** Adding 1.5 · 2⁵² and taking it away rounds to an integer. */
  private static final double ROUND = 0x1.8p52;

  private static final double QUARTERS_PER_RADIAN = 0x1.45f306dc9c883p-1;
  private static final double HALF_PI_HIGH = 0x1.921fb544p0;
  private static final double HALF_PI_MIDDLE = 0x1.0b4611a6p-34;
  private static final double HALF_PI_LOW = 0x1.3198a2e037073p-69;

  private Sine() {}

  static double sin(double x) {
    return Math.abs(x) < TINY ? x : ofTurned(x, 0); // −0 stays −0
  }

  static double cos(double x) {
    return ofTurned(x, 1);
  }

  /** sin(x + q π/2). */
  private static double ofTurned(double x, int q) {
    double magnitude = Math.abs(x);
    if (magnitude <= EIGHTH_TURN) {
      return QuarterSine.of(q, x, 0);
    }
    if (!(magnitude <= LIMIT)) {
      return magnitude < Double.POSITIVE_INFINITY ? HugeAngle.sine(x, q) : Double.NaN;
    }
    double n = x * QUARTERS_PER_RADIAN + ROUND - ROUND;
    double first = x - n * HALF_PI_HIGH; // exact, as the two are near each other
    double product = n * HALF_PI_MIDDLE;
    double second = first - product;
    if (Math.abs(second) < LEAST) {
      return HugeAngle.sine(x, q);
    }
    double low = RoundingError.ofSum(first, -product, second) - n * HALF_PI_LOW;
    double r = second + low;
    return QuarterSine.of((int) n + q, r, low - (r - second));
  }
}
