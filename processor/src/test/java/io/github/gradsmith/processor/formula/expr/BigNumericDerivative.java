package io.github.gradsmith.processor.formula.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/**
 * An independent derivative to many digits: the central difference of the formula as it was
 * written. Of 100 digits, its step of 10⁻³⁰ loses 30 by division and leaves out terms of 10⁻⁶⁰.
 */
public final class BigNumericDerivative {
  private BigNumericDerivative() {}

  /**
   * The derivative, to about half of the digits.
   *
   * @throws ArithmeticException where the formula is not defined, has a kink, or turns on a tie on
   *     both sides, as |x − x| does
   */
  public static BigDecimal of(
      Expr expr, String variable, Map<String, BigDecimal> point, int digits) {
    BigDecimal step = BigDecimal.ONE.movePointLeft(digits * 3 / 10);
    BigEvaluator below = new BigEvaluator(digits, moved(point, variable, step.negate()));
    BigEvaluator above = new BigEvaluator(digits, moved(point, variable, step));
    MathContext context = new MathContext(digits);
    BigDecimal rise = above.evaluate(expr).subtract(below.evaluate(expr), context);
    if (!below.turns().equals(above.turns()) || above.turns().contains(0)) {
      throw new ArithmeticException("a kink");
    }
    return rise.divide(step.add(step), context);
  }

  private static Map<String, BigDecimal> moved(
      Map<String, BigDecimal> point, String variable, BigDecimal by) {
    Map<String, BigDecimal> moved = new HashMap<>(point);
    moved.merge(variable, by, BigDecimal::add);
    return moved;
  }
}
