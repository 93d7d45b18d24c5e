package io.github.gradsmith.processor.formula.expr;

import java.util.List;

/** How the renderers look at terms and factors. */
public final class Terms {
  /** Numbers further apart than this power of two are not added up. */
  private static final int APART = 20;

  private Terms() {}

  /** Adds a number to that of its size among the terms, if there is one. */
  static void addNumber(List<Expr> terms, Rational value) {
    if (value.isZero()) {
      return;
    }
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i) instanceof Expr.Number number
          && Math.abs(magnitude(number.value()) - magnitude(value)) <= APART) {
        Rational sum = number.value().plus(value);
        terms.remove(i);
        if (!sum.isZero()) {
          terms.add(i, Expr.number(sum));
        }
        return;
      }
    }
    terms.add(Expr.number(value));
  }

  private static int magnitude(Rational value) {
    return value.numerator().bitLength() - value.denominator().bitLength();
  }

  /** Whether a term can be subtracted instead of added. */
  public static boolean isNegative(Expr term) {
    Expr first = term instanceof Expr.Product product ? product.factors().get(0) : term;
    return first instanceof Expr.Number number && number.value().signum() < 0;
  }

  /** Whether a factor can stand in the denominator: a power with a negative integer. */
  public static boolean isReciprocal(Expr factor) {
    return factor instanceof Expr.Power power
        && power.exponent() instanceof Expr.Number number
        && number.value().isInteger()
        && number.value().signum() < 0;
  }

  /** What stands in the denominator for it. */
  public static Expr reciprocal(Expr factor) {
    Expr.Power power = (Expr.Power) factor;
    return Expr.power(power.base(), Expr.negate(power.exponent()));
  }
}
