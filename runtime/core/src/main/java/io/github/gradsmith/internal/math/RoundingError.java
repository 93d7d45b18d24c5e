package io.github.gradsmith.internal.math;

/**
 * What a rounded sum or product lost, so that two doubles can stand for one number of about 31
 * digits (Dekker, A Floating-Point Technique for Extending the Available Precision, 1971). {@code
 * Math.fma} would tell it too, but allocates on processors that have no such instruction.
 */
final class RoundingError {
  /** All but 27 of the 53 bits of a double. */
  private static final long UPPER_HALF = -1L << 27;

  private RoundingError() {}

  /** a + b − sum, exactly, for the rounded sum of any a and b. */
  static double ofSum(double a, double b, double sum) {
    double part = sum - a;
    return a - (sum - part) + (b - part);
  }

  /** a b − product for the rounded product, up to 2⁻¹⁰⁴ of the product. */
  static double ofProduct(double a, double b, double product) {
    double aUpper = Double.longBitsToDouble(Double.doubleToRawLongBits(a) & UPPER_HALF);
    double bUpper = Double.longBitsToDouble(Double.doubleToRawLongBits(b) & UPPER_HALF);
    double aLower = a - aUpper;
    double bLower = b - bUpper;
    return aUpper * bUpper - product + aUpper * bLower + aLower * bUpper + aLower * bLower;
  }
}
