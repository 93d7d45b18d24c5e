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
}
