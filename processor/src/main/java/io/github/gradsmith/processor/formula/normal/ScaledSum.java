package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprOrder;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.Terms;
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
public record ScaledSum(Polynomial sum, Monomial divisor, int power) {
  /**
   * Takes as many of the given exponentials into the sum as one of its own can balance; what they
   * lose, they lose in the map.
   */
  List<ScaledSum> scale(SortedMap<Expr, Integer> exps) {
    List<Monomial> candidates =
        sum.terms().keySet().stream().map(ScaledSum::exponentials).distinct().sorted().toList();
    for (int i = candidates.size() - 1; i >= 0; i--) {
      int copies = copies(candidates.get(i), exps);
      if (copies > 0) {
        return split(candidates.get(i), copies, exps);
      }
    }
    return List.of(this);
  }

  private static Monomial exponentials(Monomial monomial) {
    SortedMap<Expr, Integer> exps = new TreeMap<>(monomial.powers());
    exps.keySet().removeIf(atom -> !Presenter.isExp(atom));
    return new Monomial(exps);
  }

  private int copies(Monomial candidate, SortedMap<Expr, Integer> exps) {
    int copies = candidate.powers().isEmpty() ? 0 : Math.abs(power);
    for (Expr atom : candidate.powers().keySet()) {
      int available = -Integer.signum(power) * exps.getOrDefault(atom, 0);
      copies = Math.min(copies, Math.max(0, available) / candidate.power(atom));
    }
    return copies;
  }

  private List<ScaledSum> split(Monomial by, int copies, SortedMap<Expr, Integer> exps) {
    int direction = Integer.signum(power);
    for (Expr atom : by.powers().keySet()) {
      int used = -direction * copies * by.power(atom);
      exps.merge(atom, -used, Integer::sum);
      exps.remove(atom, 0);
    }
    List<ScaledSum> result = new ArrayList<>();
    result.add(new ScaledSum(sum, by, direction * copies));
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
    List<Expr> terms = new ArrayList<>();
    sum.terms()
        .forEach((monomial, value) -> terms.add(Expr.product(Expr.number(value), expr(monomial))));
    return positiveFirst(terms);
  }

  public static Expr positiveFirst(List<Expr> terms) {
    List<Expr> sorted = new ArrayList<>(terms);
    sorted.sort(
        Comparator.<Expr>comparingInt(term -> Terms.isNegative(term) ? 1 : 0)
            .thenComparingInt(term -> term instanceof Expr.Number ? 0 : 1));
    return Expr.sum(sorted);
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
