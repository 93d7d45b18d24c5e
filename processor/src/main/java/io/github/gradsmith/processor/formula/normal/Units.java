package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import java.util.HashMap;
import java.util.Map;

/**
 * Which fraction of an argument the exponentials of one formula are powers of: exp(x) and exp(x/2)
 * are exp(x/2)² and exp(x/2), so that they cancel.
 */
final class Units {
  /** Beyond this ratio two exponentials are left unrelated, for their powers would be too high. */
  private static final Rational LARGEST_RATIO = Rational.of(32);

  private final Map<Expr, Rational> units = new HashMap<>();
  private boolean refined;

  /** The positive unit, of which the coefficient is a multiple. */
  Rational of(Expr argument, Rational coefficient) {
    Rational magnitude = coefficient.abs();
    Rational unit = units.putIfAbsent(argument, magnitude);
    if (unit == null) {
      return magnitude;
    }
    Rational ratio = magnitude.times(unit.inverse());
    if (ratio.isInteger()) {
      return ratio.compareTo(LARGEST_RATIO) <= 0 ? unit : magnitude;
    }
    Rational common = commonDivisor(unit, magnitude);
    Rational largest = unit.compareTo(magnitude) > 0 ? unit : magnitude;
    if (largest.times(common.inverse()).compareTo(LARGEST_RATIO) <= 0) {
      units.put(argument, common);
      refined = true;
    }
    return magnitude;
  }

  /** Whether a unit was found too large since this was last asked: what it gave is outdated. */
  boolean takeRefined() {
    boolean result = refined;
    refined = false;
    return result;
  }

  private static Rational commonDivisor(Rational x, Rational y) {
    return new Rational(
        x.numerator().multiply(y.denominator()).gcd(y.numerator().multiply(x.denominator())),
        x.denominator().multiply(y.denominator()));
  }
}
