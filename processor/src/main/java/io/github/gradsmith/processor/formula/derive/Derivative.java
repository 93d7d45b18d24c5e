package io.github.gradsmith.processor.formula.derive;

import io.github.gradsmith.processor.formula.expr.Comparison;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.form.Simplifier;
import java.util.ArrayList;
import java.util.List;

/** Derives formulas by the rules of differentiation. */
public final class Derivative {
  private static final int MOST_FACTORS = 8;

  /** Slopes of more nodes stand only once in that of max or min. */
  private static final long LARGE = 100;

  private Derivative() {}

  /**
   * The derivative by a variable, simplified. A choice is derived branch by branch: at its kink the
   * derivative is that of the branch taken. At a tie of max or min it is half of each side's.
   */
  public static Expr of(Expr expr, String variable) {
    return Simplifier.simplify(byRules(expr, variable));
  }

  /** The derivative as the rules of differentiation give it, not simplified. */
  public static Expr byRules(Expr expr, String variable) {
    if (!expr.variables().contains(variable)) {
      return Expr.ZERO;
    }
    if (expr instanceof Expr.Sum sum) {
      return Expr.sum(sum.terms().stream().map(term -> byRules(term, variable)).toList());
    }
    if (expr instanceof Expr.Product product) {
      return productRule(product.factors(), variable);
    }
    if (expr instanceof Expr.Power power) {
      return powerRule(power, variable);
    }
    if (expr instanceof Expr.Call call) {
      return Expr.product(
          call.function().derivative(call.argument()), byRules(call.argument(), variable));
    }
    if (expr instanceof Expr.Extremum extremum) {
      return extremumRule(extremum, variable);
    }
    if (expr instanceof Expr.Choice c) {
      Expr then = byRules(c.then(), variable);
      Expr otherwise = byRules(c.otherwise(), variable);
      return new Expr.Choice(c.comparison(), c.left(), c.right(), then, otherwise);
    }
    return Expr.ONE;
  }

  private static Expr productRule(List<Expr> factors, String variable) {
    if (factors.size() > MOST_FACTORS) {
      return productOfTwo(factors, variable);
    }
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      List<Expr> term = new ArrayList<>(factors);
      term.set(i, byRules(factors.get(i), variable));
      terms.add(Expr.product(term));
    }
    return Expr.sum(terms);
  }

  /** (u v)' = u' v + u v' for the halves of many factors: each would occur in each other's term. */
  private static Expr productOfTwo(List<Expr> factors, String variable) {
    Expr left = Expr.product(factors.subList(0, factors.size() / 2));
    Expr right = Expr.product(factors.subList(factors.size() / 2, factors.size()));
    return Expr.sum(
        Expr.product(byRules(left, variable), right), Expr.product(left, byRules(right, variable)));
  }

  /** (uᵛ)' = v uᵛ⁻¹ u' + uᵛ log(u) v'. */
  private static Expr powerRule(Expr.Power power, String variable) {
    Expr base = power.base();
    Expr exponent = power.exponent();
    Expr reduced = Expr.power(base, Expr.subtract(exponent, Expr.ONE));
    Expr byBase = Expr.product(exponent, reduced, byRules(base, variable));
    Expr byExponent = byRules(exponent, variable);
    if (byExponent.isZero()) {
      return byBase;
    }
    return Expr.sum(byBase, Expr.product(power, Expr.call(Function.LOG, base), byExponent));
  }

  /** That of the side which is taken, half of each at a tie. */
  private static Expr extremumRule(Expr.Extremum extremum, String variable) {
    Expr left = byRules(extremum.left(), variable);
    Expr right = byRules(extremum.right(), variable);
    if (nodes(left) + nodes(right) > LARGE) {
      return shares(extremum, left, right);
    }
    Expr half = Expr.product(Expr.number(Rational.of(1, 2)), Expr.sum(left, right));
    Comparison leftWins = extremum.largest() ? Comparison.GREATER : Comparison.LESS;
    Comparison rightWins = extremum.largest() ? Comparison.LESS : Comparison.GREATER;
    Expr notLeft = new Expr.Choice(rightWins, extremum.left(), extremum.right(), right, half);
    return new Expr.Choice(leftWins, extremum.left(), extremum.right(), left, notLeft);
  }

  private static long nodes(Expr expr) {
    return 1 + expr.children().stream().mapToLong(Derivative::nodes).sum();
  }

  /** The same with each slope written once: slopes in slopes would double at each level. */
  private static Expr shares(Expr.Extremum extremum, Expr left, Expr right) {
    Comparison wins = extremum.largest() ? Comparison.GREATER : Comparison.LESS;
    return Expr.sum(
        share(wins, extremum.left(), extremum.right(), left),
        share(wins, extremum.right(), extremum.left(), right));
  }

  /** The whole slope where the side wins, half of it at a tie, 0 elsewhere. */
  private static Expr share(Comparison wins, Expr side, Expr other, Expr slope) {
    Expr half = Expr.number(Rational.of(1, 2));
    Expr weight = new Expr.Choice(wins, side, other, Expr.ONE, half);
    Expr weighted = Expr.product(weight, slope);
    return new Expr.Choice(wins.negated(), other, side, weighted, Expr.ZERO);
  }
}
