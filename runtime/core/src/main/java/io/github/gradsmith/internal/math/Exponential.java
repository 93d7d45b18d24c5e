package io.github.gradsmith.internal.math;

/**
 * eˣ and eˣ − 1 in {@code double}, by additions and multiplications alone.
 *
 * <p>x = n ln 2 + r with |r| ≤ ½ ln 2 (Cody and Waite, Software Manual for the Elementary
 * Functions, 1980: ln 2 in two parts, the first short enough that its product with n is exact), so
 * that eˣ = 2ⁿ eʳ. eʳ − 1 is a polynomial; its coefficients are those that keep its largest
 * relative error smallest, 2⁻⁶¹ (Remez' algorithm).
 */
final class Exponential {
  /** Up to ±708 eˣ and its power of two are normal numbers. */
  private static final double NORMAL = 708;

  /** Beyond ±746 eˣ rounds to 0 or to infinity. */
  private static final double LIMIT = 746;

  /** Below 2⁻⁵⁴ eˣ − 1 rounds to x. */
  private static final double TINY = 0x1p-54;

  /** Adding 1.5 · 2⁵² rounds to an integer, which then stands in the low bits of the sum. */
  private static final double ROUND = 0x1.8p52;

  private static final double LOG2_E = 0x1.71547652b82fep0;
  private static final double LN_2_HIGH = 0x1.62e42feep-1;
  private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;
  private static final long ONE_BITS = 0x3ff0000000000000L;

  private Exponential() {}

  static double exp(double x) {
    if (!(Math.abs(x) <= NORMAL)) {
      return scaledExp(x, 0);
    }
    double shifted = x * LOG2_E + ROUND;
    double scale = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE_BITS);
    return scale + scale * reducedExpm1(x, shifted - ROUND);
  }

  /** eˣ 2ᵏ for any x and a small k, also where eˣ alone or its power of two is out of range. */
  static double scaledExp(double x, int k) {
    return scaledExp(x, 0, k);
  }

  /** e^(x + rest) 2ᵏ, for a rest of at most an ulp of x. */
  static double scaledExp(double x, double rest, int k) {
    if (!(Math.abs(x) <= LIMIT)) {
      return x > 0 ? Double.POSITIVE_INFINITY : x < 0 ? 0 : Double.NaN;
    }
    double n = x * LOG2_E + ROUND - ROUND;
    int half = (int) n / 2;
    double e = differenceExpm1(x - n * LN_2_HIGH, n * LN_2_LOW - rest);
    return (1 + e) * power(half) * power((int) n - half + k);
  }

  static double expm1(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude >= TINY && magnitude <= NORMAL)) {
      return magnitude < TINY ? x : exp(x) - 1;
    }
    double shifted = x * LOG2_E + ROUND;
    double scale = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE_BITS);
    // Not eˣ and then − 1: near 0 the scale is 1, and nothing cancels.
    return scale * reducedExpm1(x, shifted - ROUND) + (scale - 1);
  }

  private static double power(int n) {
    return Double.longBitsToDouble(((long) n << 52) + ONE_BITS);
  }

  /** eʳ − 1 for r = x − n ln 2. */
  private static double reducedExpm1(double x, double n) {
    return differenceExpm1(x - n * LN_2_HIGH, n * LN_2_LOW);
  }

  /** eʳ − 1 for r = high − low. */
  private static double differenceExpm1(double high, double low) {
    double r = high - low;
    double rest = high - r - low; // what the rounding of r lost
    double r2 = r * r;
    double r4 = r2 * r2;
    double p0 = 0.5 + r * 0x1.5555555555559p-3;
    double p2 = 0x1.555555555555ap-5 + r * 0x1.111111110f6c1p-7;
    double p4 = 0x1.6c16c16c14475p-10 + r * 0x1.a01a01afdeaf0p-13;
    double p6 = 0x1.a01a01b0ad6ccp-16 + r * 0x1.71ddf86290d4ap-19;
    double p8 = 0x1.27e4c5b336782p-22 + r * 0x1.af5ea6c78e4fdp-26 + r2 * 0x1.1f954968c95aap-29;
    return r + (rest + r2 * (p0 + r2 * p2 + r4 * (p4 + r2 * p6 + r4 * p8)));
  }
}
