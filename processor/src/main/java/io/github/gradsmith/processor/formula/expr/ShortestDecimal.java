package io.github.gradsmith.processor.formula.expr;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The fewest decimal digits that read back as the same number, found here because the digits of
 * {@code Double.toString} differ between JDK 17 and 19.
 */
public final class ShortestDecimal {
  private ShortestDecimal() {}

  /** Without zeros at its end; read as a float if {@code isFloat}, as a double if not. */
  public static BigDecimal of(double value, boolean isFloat) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; ; digits++) {
      BigDecimal candidate = exact.round(new MathContext(digits));
      double back = isFloat ? candidate.floatValue() : candidate.doubleValue();
      if (back == value) {
        return candidate.stripTrailingZeros();
      }
    }
  }
}
