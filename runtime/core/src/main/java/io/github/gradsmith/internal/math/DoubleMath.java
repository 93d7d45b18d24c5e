package io.github.gradsmith.internal.math;

/**
 * Elementary functions of {@code double}s with the same bits on every JVM: additions,
 * multiplications, divisions and moves of bits, which Java defines exactly, or, for atan, {@code
 * StrictMath}, which is fdlibm by definition. {@code Math.exp} and its kin may differ between JVMs
 * and are not used; nor are those functions of {@code StrictMath} that allocate: pow, and sin and
 * cos on some JVMs.
 *
 * <p>The errors stated are the largest found: for exp, log, sigmoid, tanh, softplus and erf among
 * ten million numbers, for sin, cos and pow among a million, for the rest among twenty thousand.
 * NaN gives NaN.
 */
public final class DoubleMath {
  /** Beyond ±708 eˣ may be infinite or subnormal, and hyperbolic functions take another way. */
  private static final double EXP_LIMIT = 708;

  /**
   * Beyond ±20 tanh x rounds to ±1: 1 − tanh 20 is 8.5 · 10⁻¹⁸, half an ulp below 1 5.6 · 10⁻¹⁷.
   */
  private static final double TANH_LIMIT = 20;

  private DoubleMath() {}

  /** eˣ; 0 at −∞, ∞ at ∞. Within 0.9 ulp; the method is told in {@code Exponential}. */
  public static double exp(double x) {
    return Exponential.exp(x);
  }

  /**
   * eˣ − 1 without cancellation; −1 at −∞, ∞ at ∞, −0 at −0. Within 1.6 ulp; the method is told in
   * {@code Exponential}.
   */
  public static double expm1(double x) {
    return Exponential.expm1(x);
  }

  /**
   * The natural logarithm; −∞ at 0, NaN below 0, ∞ at ∞. Within 0.9 ulp; the method is told in
   * {@code Logarithm}.
   */
  public static double log(double x) {
    return Logarithm.log(x);
  }

  /**
   * log(1 + x) without cancellation; −∞ at −1, NaN below −1, ∞ at ∞, −0 at −0. Within 0.9 ulp; the
   * method is told in {@code Logarithm}.
   */
  public static double log1p(double x) {
    return Logarithm.log1p(x);
  }

  /**
   * The sine of x radians, of any size; NaN at ±∞, −0 at −0. Within 0.8 ulp; the method is told in
   * {@code Sine}.
   */
  public static double sin(double x) {
    return Sine.sin(x);
  }

  /**
   * The cosine of x radians, of any size; NaN at ±∞. Within 0.8 ulp; the method is told in {@code
   * Sine}.
   */
  public static double cos(double x) {
    return Sine.cos(x);
  }

  /** The arc tangent; ±π/2 at ±∞, −0 at −0. Within 1 ulp, by fdlibm. */
  public static double atan(double x) {
    return StrictMath.atan(x);
  }

  /**
   * sinh x = (eˣ − e⁻ˣ) / 2 = (t + t / (t + 1)) / 2 with t = eˣ − 1, for |x|; ±∞ at ±∞, −0 at −0.
   * Within 2 ulp.
   */
  public static double sinh(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude <= EXP_LIMIT)) {
      return Math.copySign(Exponential.scaledExp(magnitude, -1), x);
    }
    double t = Exponential.expm1(magnitude);
    return Math.copySign(0.5 * (t + t / (t + 1)), x);
  }

  /** cosh x = (eˣ + e⁻ˣ) / 2; ∞ at ±∞. Within 1.4 ulp. */
  public static double cosh(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude <= EXP_LIMIT)) {
      return Exponential.scaledExp(magnitude, -1);
    }
    double e = Exponential.exp(magnitude);
    return 0.5 * e + 0.5 / e;
  }

  /**
   * tanh x = t / (t + 2) with t = e²ˣ − 1, for |x|; ±1 at ±∞ and never beyond, −0 at −0. Within 2.5
   * ulp.
   */
  public static double tanh(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude <= TANH_LIMIT)) {
      return x > 0 ? 1 : x < 0 ? -1 : Double.NaN;
    }
    double t = Exponential.expm1(2 * magnitude);
    return Math.copySign(t / (t + 2), x);
  }

  /** 1 / (1 + e⁻ˣ); 0 at −∞, 1 at ∞ and never beyond. Within 2.3 ulp. */
  public static double sigmoid(double x) {
    if (x < -EXP_LIMIT) {
      return Exponential.exp(x); // e⁻ˣ would be infinite where the result is still subnormal
    }
    return 1 / (1 + Exponential.exp(-x));
  }

  /** log(1 + eˣ) = max(x, 0) + log(1 + e^(−|x|)); 0 at −∞, ∞ at ∞. Within 1.9 ulp. */
  public static double softplus(double x) {
    return Math.max(x, 0) + Logarithm.log1pOfFraction(Exponential.exp(-Math.abs(x)));
  }

  /**
   * The error function, 2/√π times the integral of e^(−t²) from 0 to x; ±1 at ±∞ and never beyond,
   * −0 at −0. Within 1.5 ulp; the method is told in {@code ErrorFunction}.
   */
  public static double erf(double x) {
    return ErrorFunction.erf(x);
  }

  /**
   * x to the power y, with the special cases of {@link Math#pow}. Within 1.2 ulp; the method is
   * told in {@code Power}.
   */
  public static double pow(double x, double y) {
    return Power.pow(x, y);
  }
}
