package io.github.gradsmith.processor.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An independent derivative to more than thirty digits: the central difference of the formula as it
 * was written. With a step of 10⁻³⁰ it leaves out terms of 10⁻⁶⁰, and of 100 digits the division
 * takes 30.
 */
public final class BigNumericDerivative {
  public static final int DIGITS = 100;

  private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(30);

  private BigNumericDerivative() {}

  /** Empty where the formula is not defined or has a kink. */
  public static Optional<BigDecimal> of(Expr expr, String variable, Map<String, BigDecimal> point) {
    BigEvaluator below = new BigEvaluator(DIGITS, moved(point, variable, STEP.negate()));
    BigEvaluator above = new BigEvaluator(DIGITS, moved(point, variable, STEP));
    try {
      BigDecimal rise = above.evaluate(expr).subtract(below.evaluate(expr));
      BigDecimal slope = rise.divide(STEP.add(STEP), new MathContext(DIGITS));
      return below.turns().equals(above.turns()) ? Optional.of(slope) : Optional.empty();
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Map<String, BigDecimal> moved(
      Map<String, BigDecimal> point, String variable, BigDecimal by) {
    Map<String, BigDecimal> moved = new HashMap<>(point);
    moved.merge(variable, by, BigDecimal::add);
    return moved;
  }
}
