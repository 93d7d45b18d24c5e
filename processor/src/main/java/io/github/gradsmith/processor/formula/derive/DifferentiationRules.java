package io.github.gradsmith.processor.formula.derive;

import io.github.gradsmith.processor.formula.expr.Comparison;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.ExprCases;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of differentiation by a variable. A rule says how the derivative of a formula is made
 * of those of its parts; what these are, a derivative at once or one that a later step takes, is
 * for the caller to say.
 */
public abstract class DifferentiationRules {
  private static final int MOST_FACTORS = 8;

  /** Slopes of more nodes stand only once in that of max or min. */
  private static final long LARGE = 100;

  private static final Expr HALF = Expr.number(Rational.of(1, 2));

  private final String variable;

  protected DifferentiationRules(String variable) {
    this.variable = variable;
  }

  /** The derivative of a part. */
  protected abstract Expr part(Expr part);

  /** The derivative of what stands in a power or a function: the chain rule. */
  protected Expr inner(Expr inner) {
    return part(inner);
  }

  /** The derivative of a function at its argument. */
  protected Expr outer(Function function, Expr argument) {
    return function.derivative(argument);
  }

  /** Is told which rule is applied. */
  protected void applies(String rule) {}

  /** By which the derivative is taken. */
  protected final String variable() {
    return variable;
  }

  /** Whether the variable is in it. */
  protected final boolean isDerived(Expr expr) {
    return expr.has(variable);
  }

  /**
   * The derivative by the one rule that fits, not simplified; of sums, and of products with a
   * single factor that varies, by the rules for their parts.
   */
  protected final Expr derivative(Expr expr) {
    return isDerived(expr) ? expr.fold(new Rules()) : Expr.ZERO;
  }

  private Expr product(List<Expr> factors) {
    if (factors.stream().filter(this::isDerived).count() > 1) {
      applies("product rule");
      return factors.size() > MOST_FACTORS ? productOfTwo(factors) : productOfAll(factors);
    }
    return Expr.product(factors.stream().map(f -> isDerived(f) ? derivative(f) : f).toList());
  }

  private Expr productOfAll(List<Expr> factors) {
    List<Expr> terms = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      if (isDerived(factors.get(i))) {
        List<Expr> term = new ArrayList<>(factors);
        term.set(i, part(factors.get(i)));
        terms.add(Expr.product(term));
      }
    }
    return Expr.sum(terms);
  }

  /** (u v)' = u' v + u v' for the halves of many factors: each would occur in each other's term. */
  private Expr productOfTwo(List<Expr> factors) {
    Expr left = Expr.product(factors.subList(0, factors.size() / 2));
    Expr right = Expr.product(factors.subList(factors.size() / 2, factors.size()));
    return Expr.sum(Expr.product(part(left), right), Expr.product(left, part(right)));
  }

  /** (uᵛ)' = v uᵛ⁻¹ u' + uᵛ log(u) v'. */
  private Expr power(Expr.Power power) {
    applies("power rule");
    Expr base = power.base();
    Expr exponent = power.exponent();
    Expr reduced = Expr.power(base, Expr.subtract(exponent, Expr.ONE));
    Expr byBase = isDerived(base) ? Expr.product(exponent, reduced, inner(base)) : Expr.ZERO;
    Expr byExponent = isDerived(exponent) ? part(exponent) : Expr.ZERO;
    return byExponent.isZero()
        ? byBase
        : Expr.sum(byBase, Expr.product(power, Expr.call(Function.LOG, base), byExponent));
  }

  /** At a kink the derivative is that of the branch taken. */
  private Expr choice(Expr.Choice c) {
    applies("branch by branch");
    return new Expr.Choice(
        c.comparison(), c.left(), c.right(), part(c.then()), part(c.otherwise()));
  }

  /** That of the side which is taken, half of each at a tie. */
  private Expr extremum(Expr.Extremum extremum) {
    applies("side by side, half of each at a tie");
    Expr left = part(extremum.left());
    Expr right = part(extremum.right());
    Comparison leftWins = extremum.largest() ? Comparison.GREATER : Comparison.LESS;
    Comparison rightWins = extremum.largest() ? Comparison.LESS : Comparison.GREATER;
    if (nodes(left) + nodes(right) > LARGE) {
      return Expr.sum(
          share(leftWins, extremum.left(), extremum.right(), left),
          share(leftWins, extremum.right(), extremum.left(), right));
    }
    Expr tie = Expr.product(HALF, Expr.sum(left, right));
    Expr notLeft = new Expr.Choice(rightWins, extremum.left(), extremum.right(), right, tie);
    return new Expr.Choice(leftWins, extremum.left(), extremum.right(), left, notLeft);
  }

  private static long nodes(Expr expr) {
    return 1 + expr.children().stream().mapToLong(DifferentiationRules::nodes).sum();
  }

  /**
   * The whole slope where the side wins, half of it at a tie, 0 elsewhere: with each slope written
   * once, for slopes in slopes would double at each level.
   */
  private static Expr share(Comparison wins, Expr side, Expr other, Expr slope) {
    Expr weight = new Expr.Choice(wins, side, other, Expr.ONE, HALF);
    Expr weighted = Expr.product(weight, slope);
    return new Expr.Choice(wins.negated(), other, side, weighted, Expr.ZERO);
  }

  private final class Rules implements ExprCases<Expr> {
    @Override
    public Expr number(Expr.Number number) {
      return Expr.ZERO;
    }

    @Override
    public Expr constant(Expr.Constant constant) {
      return Expr.ZERO;
    }

    @Override
    public Expr variable(Expr.Variable variable) {
      return Expr.ONE;
    }

    @Override
    public Expr sum(Expr.Sum sum) {
      return Expr.sum(sum.terms().stream().map(DifferentiationRules.this::derivative).toList());
    }

    @Override
    public Expr product(Expr.Product product) {
      return DifferentiationRules.this.product(product.factors());
    }

    @Override
    public Expr power(Expr.Power power) {
      return DifferentiationRules.this.power(power);
    }

    @Override
    public Expr call(Expr.Call call) {
      return Expr.product(outer(call.function(), call.argument()), inner(call.argument()));
    }

    @Override
    public Expr extremum(Expr.Extremum extremum) {
      return DifferentiationRules.this.extremum(extremum);
    }

    @Override
    public Expr choice(Expr.Choice choice) {
      return DifferentiationRules.this.choice(choice);
    }
  }
}
