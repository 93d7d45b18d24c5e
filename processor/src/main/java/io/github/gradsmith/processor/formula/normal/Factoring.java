package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Other ways to write a product than with all its factors, which may be cheaper. */
public final class Factoring {
  private static final int MOST_SUMS = 4;

  private Factoring() {}

  public static List<Expr> alternatives(Fraction fraction) {
    List<Polynomial> sums =
        fraction.factors().entrySet().stream()
            .filter(entry -> entry.getValue() == 1 && entry.getKey().asAtom().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    List<Expr> result = new ArrayList<>();
    if (sums.size() == 1) {
      spread(fraction, sums.get(0)).ifPresent(result::add);
    }
    if (sums.size() <= MOST_SUMS) {
      for (int i = 0; i < sums.size(); i++) {
        for (int j = 0; j < i; j++) {
          result.add(multiplied(fraction, sums.get(i), sums.get(j)));
        }
      }
    }
    return result;
  }

  /** (1 + a) (1 − a) as 1 − a². */
  private static Expr multiplied(Fraction fraction, Polynomial p, Polynomial q) {
    Polynomial product = p.times(q);
    SortedMap<Polynomial, Integer> factors = new TreeMap<>(fraction.factors());
    factors.remove(p);
    factors.remove(q);
    factors.put(product.primitive(), 1);
    Rational content = product.content();
    return Presenter.present(new Fraction(fraction.coefficient().times(content), factors));
  }

  /**
   * (x √2 + y √π) / √π as x √2 / √π + y, and eˣ (1 + e⁻²ˣ) as eˣ + e⁻ˣ: numbers and exponentials of
   * a product go into the terms of its sum.
   */
  public static Optional<Expr> spread(Fraction fraction, Polynomial sum) {
    Fraction shared = Fraction.ONE;
    Fraction others = Fraction.ONE;
    for (Map.Entry<Polynomial, Integer> entry : fraction.factors().entrySet()) {
      Fraction factor = Fraction.of(entry.getKey(), entry.getValue());
      boolean isExp = entry.getKey().asAtom().filter(Presenter::isExp).isPresent();
      if (entry.getKey().equals(sum)) {
        continue;
      }
      if (isExp || isNumber(entry.getKey())) {
        shared = shared.times(factor);
      } else {
        others = others.times(factor);
      }
    }
    shared = shared.times(Fraction.constant(fraction.coefficient()));
    if (shared.equals(Fraction.ONE)) {
      return Optional.empty();
    }
    List<Expr> terms = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> term : sum.terms().entrySet()) {
      Fraction monomial = Fraction.of(Polynomial.of(term.getKey(), term.getValue()));
      terms.add(Presenter.present(Normalizer.reduce(monomial.times(shared))));
    }
    return Optional.of(Expr.product(Presenter.present(others), Expr.sum(terms)));
  }

  /** Whether it has no variables. */
  public static boolean isNumber(Polynomial polynomial) {
    return polynomial.atoms().stream().allMatch(atom -> atom.variables().isEmpty());
  }
}
