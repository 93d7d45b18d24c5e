package io.github.gradsmith.processor.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sum divided by a monomial of exponentials, to a power: (1 + exp(x)) / exp(x) = 1 + exp(−x).
 *
 * @param sum the polynomial
 * @param divisor what each of its terms is divided by
 * @param power never 0
 */
record ScaledSum(Polynomial sum, Monomial divisor, int power) {
  private record Term(Rational coefficient, Expr expr) {}

  /**
   * Takes as many of the given exponentials into the sum as its largest ones can balance; what they
   * lose, they lose in the map.
   */
  List<ScaledSum> scale(SortedMap<Expr, Integer> exps) {
    Monomial largest = Monomial.ONE;
    for (Expr atom : sum.atoms()) {
      if (Presenter.isExp(atom)) {
        largest = largest.times(Monomial.of(atom, sum.degree(atom)));
      }
    }
    int direction = Integer.signum(power);
    int copies = largest.powers().isEmpty() ? 0 : Math.abs(power);
    for (Expr atom : largest.powers().keySet()) {
      int available = -direction * exps.getOrDefault(atom, 0);
      copies = Math.min(copies, Math.max(0, available) / largest.power(atom));
    }
    if (copies == 0) {
      return List.of(this);
    }
    for (Expr atom : largest.powers().keySet()) {
      int used = -direction * copies * largest.power(atom);
      exps.compute(atom, (key, old) -> old == used ? null : (Integer) (old - used));
    }
    List<ScaledSum> result = new ArrayList<>();
    result.add(new ScaledSum(sum, largest, direction * copies));
    if (copies < Math.abs(power)) {
      result.add(new ScaledSum(sum, Monomial.ONE, power - direction * copies));
    }
    return result;
  }

  /** Whether a minus sign can vanish in it. */
  boolean canFlip() {
    return power % 2 != 0 && sum.terms().values().stream().anyMatch(x -> x.signum() < 0);
  }

  ScaledSum negate() {
    return new ScaledSum(sum.times(Rational.of(-1)), divisor, power);
  }

  /** The sum without its power: positive terms first, among them the number first. */
  Expr toExpr() {
    List<Term> terms = new ArrayList<>();
    sum.terms().forEach((monomial, value) -> terms.add(new Term(value, expr(monomial))));
    terms.sort(
        Comparator.<Term>comparingInt(term -> -term.coefficient().signum())
            .thenComparingInt(term -> term.expr().isOne() ? 0 : 1));
    return Expr.sum(
        terms.stream()
            .map(term -> Expr.product(Expr.number(term.coefficient()), term.expr()))
            .toList());
  }

  private Expr expr(Monomial monomial) {
    SortedMap<Expr, Integer> exps = new TreeMap<>(ExprOrder.INSTANCE);
    List<Expr> factors = new ArrayList<>();
    monomial
        .powers()
        .forEach(
            (atom, n) -> {
              if (Presenter.isExp(atom)) {
                exps.put(atom, n);
              } else {
                factors.add(Expr.power(atom, n));
              }
            });
    divisor.powers().forEach((atom, n) -> exps.merge(atom, -n, Integer::sum));
    exps.values().removeIf(n -> n == 0);
    if (!exps.isEmpty()) {
      factors.add(Presenter.exp(exps));
    }
    return Expr.product(factors);
  }
}
