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
    return Exponential.exp(x);
  }

  /** The natural logarithm; −∞ at 0, NaN below 0, ∞ at ∞. */
  public static double log(double x) {
    return Logarithm.log(x);
  }

  /** 1 / (1 + e⁻ˣ), between 0 and 1 inclusive. */
  public static double sigmoid(double x) {
    if (x < -708) {
      return Exponential.exp(x);
    }
    return 1 / (1 + Exponential.exp(-x));
  }

  /** The hyperbolic tangent, between −1 and 1 inclusive; tanh(−0) is −0. */
  public static double tanh(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude <= 20)) {
      return x > 0 ? 1 : x < 0 ? -1 : Double.NaN;
    }
    double t = Exponential.expm1(2 * magnitude);
    return Math.copySign(t / (t + 2), x);
  }

  /** eˣ − 1 without cancellation; −1 at −∞, ∞ at ∞; expm1(−0) is −0. */
  public static double expm1(double x) {
    return Exponential.expm1(x);
  }

  /** log(1 + x) without cancellation; −∞ at −1, NaN below −1, ∞ at ∞; log1p(−0) is −0. */
  public static double log1p(double x) {
    return Logarithm.log1p(x);
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
    double magnitude = Math.abs(x);
    if (!(magnitude <= 708)) {
      return Math.copySign(Exponential.scaledExp(magnitude, -1), x);
    }
    double t = Exponential.expm1(magnitude);
    return Math.copySign(0.5 * (t + t / (t + 1)), x);
  }

  /** (eˣ + e⁻ˣ) / 2; ∞ at ±∞. */
  public static double cosh(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude <= 708)) {
      return Exponential.scaledExp(magnitude, -1);
    }
    double e = Exponential.exp(magnitude);
    return 0.5 * e + 0.5 / e;
  }

  /** log(1 + eˣ); 0 at −∞, ∞ at ∞. */
  public static double softplus(double x) {
    return Math.max(x, 0) + Logarithm.log1pOfFraction(Exponential.exp(-Math.abs(x)));
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
