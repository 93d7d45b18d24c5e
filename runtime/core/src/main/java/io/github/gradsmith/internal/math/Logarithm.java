package io.github.gradsmith.internal.math;

/**
 * log x and log(1 + x) in {@code double}, by additions, multiplications and divisions alone.
 *
 * <p>x = 2ᵏ m with m = 1 + f in [√½, √2), so that log x = k ln 2 + log m. With s = f / (2 + f), log
 * m = 2 artanh s = 2 s + s r(s²) = f − (f²/2 − s (f²/2 + r(s²))), of which the last form rounds
 * least (the method of fdlibm's e_log.c). r is s² times a polynomial in s², whose coefficients keep
 * the largest relative error of log m smallest, 2⁻⁵⁹ (Remez' algorithm).
 */
final class Logarithm {
  /** Below 2⁻⁵⁴ log(1 + x) rounds to x. */
  private static final double TINY = 0x1p-54;

  /** From 2⁵⁴ on log(1 + x) rounds to log x. */
  private static final double HUGE = 0x1p54;

  private static final double LN_2_HIGH = 0x1.62e42feep-1;
  private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;
  private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;
  private static final long EXPONENT_BITS = 0xfff0000000000000L;

  private Logarithm() {}

  static double log(double x) {
    if (!(x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY)) {
      return logAtEdge(x);
    }
    return log(x, 0, 0);
  }

  private static double logAtEdge(double x) {
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (x > 0 && x < Double.POSITIVE_INFINITY) {
      return log(x * 0x1p54, -54, 0); // subnormal
    }
    return x > 0 ? x : Double.NaN;
  }

  static double log1p(double x) {
    if (!(x > -1 && x < HUGE && Math.abs(x) >= TINY)) {
      return Math.abs(x) < TINY ? x : log(x == -1 ? 0 : x); // NaN below −1 by log
    }
    double sum = 1 + x;
    double part = sum - 1;
    double lost = 1 - (sum - part) + (x - part);
    return log(sum, 0, lost / sum);
  }

  /**
   * log(1 + x) for x from 0 to 1, without taking 1 + x apart: s is at most ⅓, which asks for a
   * longer polynomial, of error 2⁻⁵⁹.
   */
  static double log1pOfFraction(double x) {
    double s = x / (2 + x);
    double q = s * s;
    double q2 = q * q;
    double q4 = q2 * q2;
    double p0 = 0x1.5555555555535p-1 + q * 0x1.99999999a07c1p-2;
    double p2 = 0x1.2492492088af1p-2 + q * 0x1.c71c741e34675p-3;
    double p4 = 0x1.745cb3c53d511p-3 + q * 0x1.3b1de001d6e12p-3;
    double p6 = 0x1.10678e2cf330ep-3 + q * 0x1.efdb5e73d5520p-4;
    double p8 = 0x1.55a5080cab2b9p-4 + q * 0x1.5c82c3e68b33bp-3;
    double r = q * (p0 + q2 * p2 + q4 * (p4 + q2 * p6 + q4 * p8));
    double half = 0.5 * x * x;
    return x - (half - s * (half + r));
  }

  /** log x + k ln 2 + rest for a normal x and a rest that is at most an ulp of log x or of 1. */
  private static double log(double x, int k, double rest) {
    long bits = Double.doubleToRawLongBits(x);
    long above = bits - SQRT_HALF_BITS;
    double f = Double.longBitsToDouble(bits - (above & EXPONENT_BITS)) - 1;
    double n = (int) (above >> 52) + k;
    double s = f / (2 + f);
    double q = s * s;
    double q2 = q * q;
    double p0 = 0x1.5555555555592p-1 + q * 0x1.999999998009fp-2;
    double p2 = 0x1.24924941cf9d7p-2 + q * 0x1.c71c522089aacp-3;
    double p4 = 0x1.74663ac15fe82p-3 + q * 0x1.39a219fd9fdf7p-3 + q2 * 0x1.2f0202f6b95bap-3;
    double r = q * (p0 + q2 * (p2 + q2 * p4));
    double half = 0.5 * f * f;
    return n * LN_2_HIGH - (half - (s * (half + r) + (n * LN_2_LOW + rest)) - f);
  }
}
