package io.github.gradsmith.processor.formula;

import io.github.gradsmith.processor.model.Precision;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as Java literals: the fewest digits that read back as the same number, found here because
 * the digits of {@code Double.toString} differ between JDK 17 and 19.
 */
final class Literals {
  private Literals() {}

  static String of(double value, Precision precision) {
    boolean isFloat = precision == Precision.FLOAT;
    double rounded = isFloat ? (float) value : value;
    if (Double.isNaN(rounded) || Double.isInfinite(rounded)) {
      String name =
          Double.isNaN(rounded) ? "NaN" : rounded > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
      return (isFloat ? "Float." : "Double.") + name;
    }
    String digits = shortest(rounded, isFloat);
    if (isFloat) {
      return digits + "f";
    }
    return digits.contains(".") || digits.contains("E") ? digits : digits + ".0";
  }

  private static String shortest(double value, boolean isFloat) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; ; digits++) {
      BigDecimal candidate = exact.round(new MathContext(digits));
      double back = isFloat ? candidate.floatValue() : candidate.doubleValue();
      if (back == value) {
        return write(candidate.stripTrailingZeros(), value);
      }
    }
  }

  private static String write(BigDecimal decimal, double value) {
    double magnitude = Math.abs(value);
    boolean plain = magnitude == 0 || magnitude >= 1e-3 && magnitude < 1e7;
    String sign = value == 0 && 1 / value < 0 ? "-" : "";
    return sign + (plain ? decimal.toPlainString() : decimal.toString().replace("E+", "E"));
  }
}
