package io.github.gradsmith.processor.formula;

/** How the renderers look at terms and factors. */
final class Terms {
  private Terms() {}

  /** Whether a term can be subtracted instead of added. */
  static boolean isNegative(Expr term) {
    Expr first = term instanceof Expr.Product product ? product.factors().get(0) : term;
    return first instanceof Expr.Number number && number.value().signum() < 0;
  }

  /** Whether a factor can stand in the denominator: a power with a negative integer. */
  static boolean isReciprocal(Expr factor) {
    return factor instanceof Expr.Power power
        && power.exponent() instanceof Expr.Number number
        && number.value().isInteger()
        && number.value().signum() < 0;
  }

  /** What stands in the denominator for it. */
  static Expr reciprocal(Expr factor) {
    Expr.Power power = (Expr.Power) factor;
    return Expr.power(power.base(), Expr.negate(power.exponent()));
  }
}
