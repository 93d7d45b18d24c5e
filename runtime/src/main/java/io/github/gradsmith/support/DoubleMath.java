package io.github.gradsmith.support;

/**
 * Elementary functions of {@code double}s with the same bits on every JVM: {@code StrictMath}'s,
 * which are fdlibm's by definition. {@code exp} and {@code log} are within 1 ulp of the true value,
 * {@code sigmoid} and {@code tanh} within 4. NaN gives NaN.
 */
public final class DoubleMath {
  private DoubleMath() {}

  /** eˣ; 0 at −∞, ∞ at ∞. */
  public static double exp(double x) {
    return StrictMath.exp(x);
  }

  /** The natural logarithm; −∞ at 0, NaN below 0, ∞ at ∞. */
  public static double log(double x) {
    return StrictMath.log(x);
  }

  /** 1 / (1 + e⁻ˣ), between 0 and 1 inclusive. */
  public static double sigmoid(double x) {
    if (x < 0) {
      // 1 / (1 + e⁻ˣ) would overflow to 0 below −709, where the true value is still subnormal.
      double e = StrictMath.exp(x);
      return e / (1 + e);
    }
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** The hyperbolic tangent, between −1 and 1 inclusive; tanh(−0) is −0. */
  public static double tanh(double x) {
    return StrictMath.tanh(x);
  }

  /** eˣ − 1 without cancellation; −1 at −∞, ∞ at ∞; expm1(−0) is −0. */
  public static double expm1(double x) {
    return StrictMath.expm1(x);
  }

  /** log(1 + x) without cancellation; −∞ at −1, NaN below −1, ∞ at ∞; log1p(−0) is −0. */
  public static double log1p(double x) {
    return StrictMath.log1p(x);
  }

  /** The sine of x radians; NaN at ±∞; sin(−0) is −0. */
  public static double sin(double x) {
    return StrictMath.sin(x);
  }

  /** The cosine of x radians; NaN at ±∞. */
  public static double cos(double x) {
    return StrictMath.cos(x);
  }

  /** The arc tangent; ±π/2 at ±∞; atan(−0) is −0. */
  public static double atan(double x) {
    return StrictMath.atan(x);
  }

  /** (eˣ − e⁻ˣ) / 2; ±∞ at ±∞; sinh(−0) is −0. */
  public static double sinh(double x) {
    return StrictMath.sinh(x);
  }

  /** (eˣ + e⁻ˣ) / 2; ∞ at ±∞. */
  public static double cosh(double x) {
    return StrictMath.cosh(x);
  }

  /** log(1 + eˣ); 0 at −∞, ∞ at ∞. */
  public static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  /**
   * The error function, 2/√π times the integral of e^(−t²) from 0 to x; ±1 at ±∞; erf(−0) is −0.
   */
  public static double erf(double x) {
    return ErrorFunction.erf(x);
  }

  /** x to the power y, with the special cases of {@link Math#pow}. */
  public static double pow(double x, double y) {
    return StrictMath.pow(x, y);
  }
}
