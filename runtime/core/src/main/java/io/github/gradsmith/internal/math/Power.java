package io.github.gradsmith.internal.math;

/**
 * xʸ in {@code double}, by additions, multiplications and divisions alone.
 *
 * <p>It is e to the y log x; an error of the exponent, which may be 709, is one of the result, so
 * that log x and its product with y are kept in two doubles each. x = 2ᵏ m with m in [√½, √2); log
 * m = 2 artanh s = s (2 + s² (⅔ + u)) with s = (m − 1) / (m + 1). Of u, s² times a polynomial in
 * s², one double is enough; the coefficients keep the largest relative error of log m smallest,
 * 2⁻⁶⁶ (Remez' algorithm).
 */
final class Power {
  /** From 2⁵³ on every double is an even number. */
  private static final double EVEN = 0x1p53;

  private static final double LN_2_HIGH = 0x1.62e42feep-1;
  private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;
  private static final double TWO_THIRDS_HIGH = 0x1.5555555555555p-1;
  private static final double TWO_THIRDS_LOW = 0x1.5555555555555p-55;
  private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;
  private static final long EXPONENT_BITS = 0xfff0000000000000L;

  private Power() {}

  static double pow(double x, double y) {
    double magnitude = Math.abs(x);
    if (x > 0 && x < Double.POSITIVE_INFINITY && Math.abs(y) < Double.POSITIVE_INFINITY) {
      return ofPositive(x, y);
    }
    if (y == 0) {
      return 1;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    if (Double.isInfinite(y)) {
      return magnitude == 1 ? Double.NaN : limit(magnitude > 1 == y > 0);
    }
    if (x == 0 || Double.isInfinite(x)) {
      double value = limit(x != 0 == y > 0);
      return isOdd(y) ? Math.copySign(value, x) : value;
    }
    return isInteger(y) ? (isOdd(y) ? -1 : 1) * ofPositive(magnitude, y) : Double.NaN;
  }

  private static double limit(boolean large) {
    return large ? Double.POSITIVE_INFINITY : 0;
  }

  private static boolean isInteger(double y) {
    return Math.abs(y) >= EVEN || (long) y == y;
  }

  private static boolean isOdd(double y) {
    return Math.abs(y) < EVEN && (long) y == y && ((long) y & 1) == 1;
  }

  /** For finite numbers. */
  private static double ofPositive(double x, double y) {
    return x < Double.MIN_NORMAL ? ofNormal(x * 0x1p54, -54, y) : ofNormal(x, 0, y);
  }

  /** (x 2ᵏ)ʸ for a normal x. */
  private static double ofNormal(double x, int k, double y) {
    long bits = Double.doubleToRawLongBits(x);
    long above = bits - SQRT_HALF_BITS;
    double m = Double.longBitsToDouble(bits - (above & EXPONENT_BITS));
    double n = (int) (above >> 52) + k;
    double d = m + 1;
    double inverse = 1 / d;
    double s = (m - 1) * inverse;
    double product = s * d;
    double lost = RoundingError.ofProduct(s, d, product) + s * (m - (d - 1));
    return ofFraction(n, s, (m - 1 - product - lost) * inverse, y);
  }

  /** (2ⁿ m)ʸ for s + rest = (m − 1) / (m + 1). */
  private static double ofFraction(double n, double s, double rest, double y) {
    double q = s * s;
    double qRest = RoundingError.ofProduct(s, s, q) + 2 * s * rest;
    double q2 = q * q;
    double p0 = 0x1.9999999999b30p-2 + q * 0x1.2492492457db5p-2;
    double p2 = 0x1.c71c722d5e03fp-3 + q * 0x1.745ce9e65d355p-3;
    double p4 = 0x1.3b1eeb7b6f921p-3 + q * 0x1.0f7ff7058ff2ep-3 + q2 * 0x1.0e422d0e78cefp-3;
    double u = q * (p0 + q2 * (p2 + q2 * p4));

    double factor = TWO_THIRDS_HIGH + u;
    double factorRest = TWO_THIRDS_HIGH - factor + u + TWO_THIRDS_LOW;
    double t = q * factor;
    double tRest = RoundingError.ofProduct(q, factor, t) + (q * factorRest + qRest * factor);
    double slope = 2 + t;
    double slopeRest = 2 - slope + t + tRest;
    double logM = s * slope;
    double logMRest = RoundingError.ofProduct(s, slope, logM) + (s * slopeRest + rest * slope);

    double logPower = n * LN_2_HIGH; // exact
    double sum = logPower + logM;
    double sumRest = RoundingError.ofSum(logPower, logM, sum) + (n * LN_2_LOW + logMRest);
    double log = sum + sumRest;
    return ofLogarithm(log, sumRest - (log - sum), y);
  }

  /** e to the y (log + rest). */
  private static double ofLogarithm(double log, double rest, double y) {
    double exponent = y * log;
    double lost = RoundingError.ofProduct(y, log, exponent) + y * rest;
    return Exponential.scaledExp(exponent, lost, 0);
  }
}
