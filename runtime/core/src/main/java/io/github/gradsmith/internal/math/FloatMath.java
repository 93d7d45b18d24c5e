package io.github.gradsmith.internal.math;

/**
 * Elementary functions of {@code float}s with the same bits on every JVM.
 *
 * <p>Everything is computed in {@code double} by additions, multiplications, divisions and moves of
 * bits, which Java defines exactly, and rounded once to {@code float}; {@code Math.exp} and its kin
 * may differ between JVMs and are not used. The polynomials err by less than 2⁻³⁰ of the result, so
 * that the rounding is all that shows: no result is further than 0.51 ulp from the true value, for
 * exp, log, tanh, softplus and erf at none of the 2³² floats, for the rest at none of a million of
 * every exponent. Only sigmoid gives up accuracy for speed and errs by up to 1.33 ulp. sin, cos and
 * atan are {@link DoubleMath}'s, rounded. NaN gives NaN.
 *
 * <p>The only branch in most functions is one that usual arguments never take, so that calls in a
 * loop overlap.
 */
public final class FloatMath {
  /** Beyond ±104 eˣ rounds to 0 or to infinity: e⁻¹⁰⁴ is below half of the least subnormal. */
  private static final float EXP_LIMIT = 104;

  /**
   * Beyond ±10 tanh x rounds to ±1: 1 − tanh 10 is 4.1 · 10⁻⁹, half an ulp below 1 is 3.0 · 10⁻⁸.
   */
  private static final float TANH_LIMIT = 10;

  /** Adding 1.5 · 2⁵² rounds to an integer, which then stands in the low bits of the sum. */
  private static final double ROUND = 0x1.8p52;

  private static final double LOG2_E = 0x1.71547652b82fep0;
  private static final double LN_2 = 0x1.62e42fefa39efp-1;
  private static final long ONE_BITS = 0x3ff0000000000000L;
  private static final long EXPONENT_BITS = 0xfff0000000000000L;
  private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

  private FloatMath() {}

  /** eˣ; 0 at −∞, ∞ at ∞. */
  public static float exp(float x) {
    if (!(Math.abs(x) <= EXP_LIMIT)) {
      return x > 0 ? Float.POSITIVE_INFINITY : x < 0 ? 0 : Float.NaN;
    }
    return (float) wideExp(x);
  }

  /** eˣ − 1 without cancellation; −1 at −∞, ∞ at ∞, −0 at −0. */
  public static float expm1(float x) {
    if (!(Math.abs(x) <= EXP_LIMIT)) {
      return x > 0 ? Float.POSITIVE_INFINITY : x < 0 ? -1 : Float.NaN;
    }
    double shifted = x * LOG2_E + ROUND;
    double scale = power(shifted);
    // Near 0 the scale is 1, and nothing cancels. "− (1 − scale)" keeps the sign of −0.
    return (float) (scale * reducedExpm1(x - (shifted - ROUND) * LN_2) - (1 - scale));
  }

  /** The natural logarithm; −∞ at 0, NaN below 0, ∞ at ∞. */
  public static float log(float x) {
    if (!(x > 0 && x < Float.POSITIVE_INFINITY)) {
      return x == 0 ? Float.NEGATIVE_INFINITY : x > 0 ? x : Float.NaN;
    }
    // x = 2ᵏ m with m in [√½, √2); every float, subnormal or not, is a normal double.
    long bits = Double.doubleToRawLongBits(x);
    long above = bits - SQRT_HALF_BITS;
    double m = Double.longBitsToDouble(bits - (above & EXPONENT_BITS));
    return (float) ((above >> 52) * LN_2 + logOfSum(m - 1));
  }

  /** log(1 + x) without cancellation; −∞ at −1, NaN below −1, ∞ at ∞, −0 at −0. */
  public static float log1p(float x) {
    if (!(x > -1 && x < Float.POSITIVE_INFINITY && x != 0)) {
      return x >= 0 ? x : x == -1 ? Float.NEGATIVE_INFINITY : Float.NaN;
    }
    // 1 + x = 2ᵏ m as in log; what the sum lost, which is of no weight unless k = 0, goes to m − 1.
    double sum = 1 + (double) x;
    double lost = x - (sum - 1);
    long bits = Double.doubleToRawLongBits(sum);
    long above = bits - SQRT_HALF_BITS;
    double f = Double.longBitsToDouble(bits - (above & EXPONENT_BITS)) - 1 + lost;
    return (float) ((above >> 52) * LN_2 + logOfSum(f));
  }

  /** The sine of x radians, of any size; NaN at ±∞, −0 at −0. */
  public static float sin(float x) {
    return (float) DoubleMath.sin(x);
  }

  /** The cosine of x radians, of any size; NaN at ±∞. */
  public static float cos(float x) {
    return (float) DoubleMath.cos(x);
  }

  /** The arc tangent; ±π/2 at ±∞, −0 at −0. */
  public static float atan(float x) {
    return (float) DoubleMath.atan(x);
  }

  /** sinh x = (eˣ − e⁻ˣ) / 2; ±∞ at ±∞, −0 at −0. */
  public static float sinh(float x) {
    if (!(Math.abs(x) <= EXP_LIMIT)) {
      return x * Float.POSITIVE_INFINITY;
    }
    double shifted = x * LOG2_E + ROUND;
    double r = x - (shifted - ROUND) * LN_2;
    double scale = power(shifted);
    double inverse = inversePower(shifted);
    // sinh(n ln 2 + r), both hyperbolic functions of n ln 2 doubled; "−" keeps the sign of −0.
    return (float) (0.5 * ((scale + inverse) * smallSinh(r) - (inverse - scale) * smallCosh(r)));
  }

  /** cosh x = (eˣ + e⁻ˣ) / 2; ∞ at ±∞. */
  public static float cosh(float x) {
    if (!(Math.abs(x) <= EXP_LIMIT)) {
      return Math.abs(x) * Float.POSITIVE_INFINITY;
    }
    double shifted = x * LOG2_E + ROUND;
    double r = x - (shifted - ROUND) * LN_2;
    double scale = power(shifted);
    double inverse = inversePower(shifted);
    return (float) (0.5 * ((scale + inverse) * smallCosh(r) + (scale - inverse) * smallSinh(r)));
  }

  /** tanh x = (e²ˣ − 1) / (e²ˣ + 1); ±1 at ±∞ and never beyond, −0 at −0. */
  public static float tanh(float x) {
    if (!(Math.abs(x) <= TANH_LIMIT)) {
      return x > 0 ? 1 : x < 0 ? -1 : Float.NaN;
    }
    double y = 2.0 * x;
    double shifted = y * LOG2_E + ROUND;
    double scale = power(shifted);
    // e²ˣ − 1 without cancellation: near 0 the scale is 1. "− (1 − scale)" keeps the sign of −0.
    double minusOne = scale * reducedExpm1(y - (shifted - ROUND) * LN_2) - (1 - scale);
    return (float) (minusOne / (minusOne + 2));
  }

  /**
   * 1 / (1 + e⁻ˣ); 0 at −∞, 1 at ∞ and never beyond. From −16 to 16 it is in {@code float}
   * arithmetic: see {@link SigmoidTable}.
   */
  public static float sigmoid(float x) {
    if (SigmoidTable.covers(x)) {
      return SigmoidTable.sigmoid(x);
    }
    if (!(Math.abs(x) <= EXP_LIMIT)) {
      return x > 0 ? 1 : x < 0 ? 0 : Float.NaN;
    }
    return (float) (1 / (1 + wideExp(-x)));
  }

  /**
   * log(1 + eˣ) = max(x, 0) + log(1 + e), e = e^(−|x|); 0 at −∞, ∞ at ∞. The logarithm is 2 artanh
   * s with s = e / (2 + e) ≤ ⅓, an odd polynomial of relative error 2⁻³³ (Remez' algorithm).
   */
  public static float softplus(float x) {
    if (!(Math.abs(x) <= EXP_LIMIT)) {
      return x > 0 ? x : x < 0 ? 0 : Float.NaN;
    }
    double y = x; // converted once: a second conversion would keep loop iterations waiting
    double magnitude = Math.abs(y);
    double e = wideExp(-magnitude);
    double s = e / (2 + e);
    double q = s * s;
    double q2 = q * q;
    double low = 0x1.555558548e1b6p-1 + q * 0x1.9996a9a3da6cfp-2;
    double high = 0x1.2509570a9b6fcp-2 + q * 0x1.b6d89a4dbe1b9p-3 + q2 * 0x1.f1a89759280efp-3;
    return (float) (0.5 * (y + magnitude) + s * (2 + q * (low + q2 * high)));
  }

  /**
   * The error function, 2/√π times the integral of e^(−t²) from 0 to x; ±1 at ±∞ and never beyond,
   * −0 at −0. The method is told in {@code ErrorFunction}.
   */
  public static float erf(float x) {
    return ErrorFunction.erf(x);
  }

  /**
   * x to the power y, with the special cases of {@link Math#pow}: e^(y log x) in {@code double},
   * which loses seven of its 29 bits to spare where the result is largest.
   */
  public static float pow(float x, float y) {
    if (!(x > 0 && x < Float.POSITIVE_INFINITY && Math.abs(y) < Float.POSITIVE_INFINITY)) {
      return (float) Power.pow(x, y);
    }
    return (float) Exponential.exp(y * Logarithm.log(x));
  }

  /** e to the y for |y| ≤ 104: 2ⁿ eʳ with n the integer nearest to y / ln 2. */
  private static double wideExp(double y) {
    double shifted = y * LOG2_E + ROUND;
    double scale = power(shifted);
    return scale + scale * reducedExpm1(y - (shifted - ROUND) * LN_2);
  }

  /** 2ⁿ, n being the integer in the low bits of the shifted number. */
  private static double power(double shifted) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE_BITS);
  }

  /** 2⁻ⁿ. */
  private static double inversePower(double shifted) {
    return Double.longBitsToDouble(ONE_BITS - (Double.doubleToRawLongBits(shifted) << 52));
  }

  /**
   * eʳ − 1 for |r| ≤ ½ ln 2 as r (1 + r q(r)); the coefficients of q are those that keep the
   * largest error of q on that interval smallest (Remez' algorithm).
   */
  private static double reducedExpm1(double r) {
    double r2 = r * r;
    double q0 = 0x1.0000000b920a3p-1 + r * 0x1.5555557430bd8p-3;
    double q2 = 0x1.5554e9028dc90p-5 + r * 0x1.1110ab6cf7261p-7;
    double q4 = 0x1.6d4328396f80fp-10 + r * 0x1.a17e0b83cb3dep-13;
    return r * (1 + r * (q0 + r2 * (q2 + r2 * q4))); // a product, to keep the sign of −0
  }

  /**
   * log(1 + f) for 1 + f in [√½, √2) as 2 artanh s; the series stops where s¹² / 13 is below 2⁻³⁴
   * of its first term.
   */
  private static double logOfSum(double f) {
    double s = f / (2 + f);
    double q = s * s;
    double q2 = q * q;
    double low = 1 + q * (1.0 / 3) + q2 * (1.0 / 5 + q * (1.0 / 7));
    double high = 1.0 / 9 + q * (1.0 / 11);
    return 2 * s * (low + q2 * q2 * high);
  }

  /** sinh r for |r| ≤ ½ ln 2, with an error of 2⁻³⁷ (Remez' algorithm). */
  private static double smallSinh(double r) {
    double q = r * r;
    double high = 0x1.1110b1e11bae0p-7 + q * 0x1.a16fc9ff74920p-13;
    return r * (1 + q * (0x1.5555557372cf6p-3 + q * high));
  }

  /** cosh r for |r| ≤ ½ ln 2, with an error of 2⁻³⁴ (Remez' algorithm). */
  private static double smallCosh(double r) {
    double q = r * r;
    double high = 0x1.55547f1027312p-5 + q * 0x1.6d976451456d3p-10;
    return 1 + q * (0x1.00000043cb88ep-1 + q * high);
  }
}
