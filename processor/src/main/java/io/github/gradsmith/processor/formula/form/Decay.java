package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.normal.Fraction;
import io.github.gradsmith.processor.formula.normal.Polynomial;
import java.util.Map;

/**
 * A rational function of exp(u) in q = exp(−|u|), which is never above 1: for u &gt; 0 it is common
 * · above · exp(growthAbove u), otherwise common · below · exp(growthBelow u).
 */
record Decay(Fraction common, Fraction above, Fraction below, int growthAbove, int growthBelow) {
  static Decay of(ExponentialGroups.Group group, Expr q) {
    Fraction common = Fraction.constant(group.function().coefficient());
    Fraction above = Fraction.ONE;
    Fraction below = Fraction.ONE;
    int growth = 0;
    for (Map.Entry<Polynomial, Integer> factor : group.function().factors().entrySet()) {
      Polynomial sum = factor.getKey();
      int n = factor.getValue();
      int degree = sum.degree(group.unit());
      growth += n * degree;
      if (!sum.equals(Polynomial.atom(group.unit()))) {
        Fraction atSmall = inPowers(sum, group.unit(), q, false).power(n);
        Fraction atLarge = inPowers(sum, group.unit(), q, true).power(n);
        boolean same = atSmall.equals(atLarge);
        common = same ? common.times(atSmall) : common;
        above = same ? above : above.times(atLarge);
        below = same ? below : below.times(atSmall);
      }
    }
    return new Decay(common, above, below, growth, group.power());
  }

  /** Σ cᵢ qⁱ, or Σ cᵢ qᵈ⁻ⁱ, which is what is left of Σ cᵢ exp(i u) without exp(d u). */
  private static Fraction inPowers(Polynomial sum, Expr unit, Expr q, boolean reversed) {
    int degree = sum.degree(unit);
    Polynomial result = Polynomial.ZERO;
    for (int i = 0; i <= degree; i++) {
      int power = reversed ? degree - i : i;
      result = result.plus(sum.coefficient(unit, i).times(Polynomial.atom(q).power(power)));
    }
    return Fraction.of(result);
  }
}
