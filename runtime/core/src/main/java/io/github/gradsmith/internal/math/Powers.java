package io.github.gradsmith.internal.math;

/** Whole powers, for the corrections of optimizers that count their steps. */
public final class Powers {
  private Powers() {}

  /**
   * β to the power k, by squaring: the same bits everywhere, from k alone, so that a training that
   * goes on from a file finds the power it had; and without memory, which {@link StrictMath#pow}
   * may take. Less than 1 ulp is lost with each of k factors, so for β from 0 to 1 the error is
   * below k βᵏ / 2⁵², and 1 − βᵏ is as exact as if β had been rounded once.
   *
   * @param k a whole number from 0 to 2⁵³
   */
  public static double power(double base, double k) {
    double result = 1;
    double square = base;
    for (long rest = (long) k; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }
}
