package io.github.gradsmith.processor.onnx.proto;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import java.math.BigDecimal;
import java.util.Map;

/** Numbers of a model as parts of a formula. */
public final class Numbers {
  private Numbers() {}

  public static Expr expr(double value, Node node) throws OnnxException {
    if (!Double.isFinite(value)) {
      throw node.unsupported("%s in an activation, where only finite numbers can be", value);
    }
    // With its sign apart, as the parser's numbers have none.
    Expr magnitude = FormulaParser.parse(digits(Math.abs(value)));
    return value < 0 ? FormulaParser.parse("-x").substitute(Map.of("x", magnitude)) : magnitude;
  }

  private static String digits(double magnitude) {
    BigDecimal number = new BigDecimal(Double.toString(magnitude)).stripTrailingZeros();
    boolean isLong = Math.abs(number.precision() - number.scale()) > 30;
    return isLong ? number.toString() : number.toPlainString();
  }
}
