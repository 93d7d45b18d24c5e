package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.normal.Fraction;
import io.github.gradsmith.processor.formula.normal.Monomial;
import io.github.gradsmith.processor.formula.normal.Normalizer;
import io.github.gradsmith.processor.formula.normal.Polynomial;
import io.github.gradsmith.processor.formula.normal.Presenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Σ cᵢ exp(kᵢ) where the kᵢ have nothing in common.
 *
 * @param terms each with its factor and its exponent
 */
record MixedSum(List<Term> terms) {
  /** c exp(k). */
  record Term(Fraction factor, Fraction exponent) {}

  static MixedSum of(Polynomial sum) {
    List<Term> terms = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> entry : sum.terms().entrySet()) {
      SortedMap<Expr, Integer> others = new TreeMap<>(entry.getKey().powers());
      others.keySet().removeIf(Presenter::isExp);
      Fraction exponent = Fraction.ZERO;
      for (Map.Entry<Expr, Integer> power : entry.getKey().powers().entrySet()) {
        if (power.getKey() instanceof Expr.Call call && Presenter.isExp(call)) {
          Fraction times = Fraction.constant(Rational.of(power.getValue()));
          exponent = exponent.plus(Normalizer.normalize(call.argument()).times(times));
        }
      }
      Polynomial factor = Polynomial.of(new Monomial(others), entry.getValue());
      terms.add(new Term(Fraction.of(factor), exponent));
    }
    return new MixedSum(terms);
  }

  Expr largestExponent() {
    return terms.stream()
        .map(term -> Presenter.present(term.exponent()))
        .distinct()
        .reduce((x, y) -> new Expr.Extremum(true, x, y))
        .orElseThrow();
  }

  /**
   * The sum divided by exp(m).
   *
   * @param exponential writes exp of an exponent
   */
  Fraction scaled(Fraction m, Function<Fraction, Expr> exponential) {
    Fraction minus = m.times(Fraction.constant(Rational.of(-1)));
    Fraction sum = Fraction.ZERO;
    for (Term term : terms) {
      Expr exp = exponential.apply(term.exponent().plus(minus));
      sum = sum.plus(term.factor().times(Fraction.atom(exp)));
    }
    return sum;
  }
}
