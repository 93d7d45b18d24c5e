package io.github.gradsmith.processor.formula.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Values of which sixty digits are known: those on which two computations agree, of which one has
 * far more digits than the other. Cancellation shows in that, and is met with still more digits.
 */
public final class Trusted {
  private static final BigDecimal SIXTY_DIGITS = BigDecimal.ONE.movePointLeft(60);
  private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(30);

  private Trusted() {}

  /** A formula's value, where it is defined and can be found with some hundred digits. */
  public static Optional<BigDecimal> value(Expr expr, Map<String, BigDecimal> point) {
    return agreed(digits -> new BigEvaluator(digits, point).evaluate(expr));
  }

  /** Its derivative, by differences that shrink as the digits grow. */
  public static Optional<BigDecimal> slope(
      Expr expr, String variable, Map<String, BigDecimal> point) {
    return agreed(digits -> BigNumericDerivative.of(expr, variable, point, digits));
  }

  private static Optional<BigDecimal> agreed(IntFunction<BigDecimal> computation) {
    try {
      BigDecimal coarse = computation.apply(150);
      for (int digits = 200; digits <= 400; digits *= 2) {
        BigDecimal fine = computation.apply(digits);
        if (differ(coarse, fine).compareTo(SIXTY_DIGITS) <= 0) {
          return Optional.of(fine);
        }
        coarse = fine;
      }
      return Optional.empty();
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Relative to the larger one, but to no less than 10⁻³⁰. */
  public static BigDecimal differ(BigDecimal x, BigDecimal y) {
    BigDecimal largest = x.abs().max(y.abs()).max(SMALLEST);
    return x.subtract(y, new MathContext(400)).abs().divide(largest, MathContext.DECIMAL64);
  }
}
