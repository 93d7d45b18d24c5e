package io.github.gradsmith.processor.formula.render;

import io.github.gradsmith.processor.formula.expr.ShortestDecimal;
import io.github.gradsmith.processor.model.Precision;
import java.math.BigDecimal;

/** Numbers as Java literals, in the fewest digits that read back as the same number. */
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
    String digits = write(ShortestDecimal.of(rounded, isFloat), rounded);
    if (isFloat) {
      return digits + "f";
    }
    return digits.contains(".") || digits.contains("e") ? digits : digits + ".0";
  }

  private static String write(BigDecimal decimal, double value) {
    double magnitude = Math.abs(value);
    boolean plain = magnitude == 0 || magnitude >= 1e-3 && magnitude < 1e7;
    String sign = value == 0 && 1 / value < 0 ? "-" : "";
    return sign
        + (plain
            ? decimal.toPlainString()
            : decimal.toString().replace("E+", "e").replace('E', 'e'));
  }
}
