package io.github.gradsmith.processor.formula.normal;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprOrder;
import io.github.gradsmith.processor.formula.expr.StepBudget;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product of atoms to positive powers. Ordered by total degree, then by the first atom whose
 * powers differ, the higher power first: an order that multiplication respects, and in which 1 is
 * the least.
 */
public record Monomial(SortedMap<Expr, Integer> powers) implements Comparable<Monomial> {
  static final Monomial ONE = new Monomial(new TreeMap<>(ExprOrder.INSTANCE));

  static Monomial of(Expr atom, int power) {
    SortedMap<Expr, Integer> powers = new TreeMap<>(ExprOrder.INSTANCE);
    if (power != 0) {
      powers.put(atom, power);
    }
    return new Monomial(powers);
  }

  int power(Expr atom) {
    return powers.getOrDefault(atom, 0);
  }

  int degree() {
    return powers.values().stream().mapToInt(Integer::intValue).sum();
  }

  Monomial times(Monomial other) {
    StepBudget.spend(1 + powers.size());
    SortedMap<Expr, Integer> product = new TreeMap<>(powers);
    other.powers.forEach((atom, power) -> product.merge(atom, power, Integer::sum));
    return new Monomial(product);
  }

  /** The quotient, if no power becomes negative. */
  Optional<Monomial> divide(Monomial divisor) {
    SortedMap<Expr, Integer> quotient = new TreeMap<>(powers);
    for (Map.Entry<Expr, Integer> entry : divisor.powers.entrySet()) {
      int rest = power(entry.getKey()) - entry.getValue();
      if (rest < 0) {
        return Optional.empty();
      }
      quotient.remove(entry.getKey());
      if (rest > 0) {
        quotient.put(entry.getKey(), rest);
      }
    }
    return Optional.of(new Monomial(quotient));
  }

  Monomial without(Expr atom) {
    SortedMap<Expr, Integer> rest = new TreeMap<>(powers);
    rest.remove(atom);
    return new Monomial(rest);
  }

  Monomial rename(Map<Expr, Expr> names) {
    SortedMap<Expr, Integer> renamed = new TreeMap<>(ExprOrder.INSTANCE);
    powers.forEach((atom, n) -> renamed.merge(names.getOrDefault(atom, atom), n, Integer::sum));
    return new Monomial(renamed);
  }

  @Override
  public int compareTo(Monomial other) {
    StepBudget.spend(1);
    int byDegree = Integer.compare(degree(), other.degree());
    if (byDegree != 0) {
      return byDegree;
    }
    Iterator<Map.Entry<Expr, Integer>> theirs = other.powers.entrySet().iterator();
    for (Map.Entry<Expr, Integer> mine : powers.entrySet()) {
      Map.Entry<Expr, Integer> their = theirs.next();
      int byAtom = ExprOrder.INSTANCE.compare(mine.getKey(), their.getKey());
      if (byAtom != 0) {
        return byAtom;
      }
      int byPower = Integer.compare(their.getValue(), mine.getValue());
      if (byPower != 0) {
        return byPower;
      }
    }
    return 0;
  }
}
