package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Terms;
import io.github.gradsmith.processor.formula.normal.Fraction;
import io.github.gradsmith.processor.formula.normal.Normalizer;
import io.github.gradsmith.processor.formula.normal.Presenter;
import io.github.gradsmith.processor.formula.normal.ScaledSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Last touches on sums: eˣ − 1 becomes expm1(x), softplus(x) − x becomes softplus(−x). */
final class PeepholeRewrites {
  private final boolean exact;

  private PeepholeRewrites(boolean exact) {
    this.exact = exact;
  }

  /**
   * @param exact whether log(1 + x) becomes log1p(x), too
   */
  static Expr of(Expr expr, boolean exact) {
    return new PeepholeRewrites(exact).polish(expr);
  }

  private Expr polish(Expr expr) {
    if (expr.children().isEmpty()) {
      return expr;
    }
    Expr inner = expr.withChildren(expr.children().stream().map(this::polish).toList());
    if (inner instanceof Expr.Sum sum) {
      return difference(reflected(sum));
    }
    boolean logarithm = inner instanceof Expr.Call call && call.function() == Function.LOG;
    return exact && logarithm ? logarithm((Expr.Call) inner) : inner;
  }

  /** log(1 + x) as log1p(x). */
  private static Expr logarithm(Expr.Call log) {
    if (log.argument() instanceof Expr.Sum sum && sum.terms().contains(Expr.ONE)) {
      return Expr.call(Function.LOG1P, Expr.subtract(sum, Expr.ONE));
    }
    return log;
  }

  /** c eˣ − c among the terms as c expm1(x), in front unless it is subtracted. */
  private static Expr difference(Expr expr) {
    if (!(expr instanceof Expr.Sum sum)) {
      return expr;
    }
    List<Expr> terms = new ArrayList<>(sum.terms());
    for (Expr term : sum.terms()) {
      Optional<Expr.Call> exp = exponential(term);
      Expr factor = exp.map(call -> without(term, call)).orElse(Expr.ZERO);
      Expr opposite = Expr.negate(factor);
      if (exp.isPresent() && !factor.isZero() && terms.contains(opposite)) {
        Expr expm1 = Expr.call(Function.EXPM1, exp.get().argument());
        terms.remove(term);
        terms.remove(opposite);
        Expr joined = Expr.product(factor, expm1);
        terms.add(Terms.isNegative(joined) ? terms.size() : 0, joined);
        return Expr.sum(terms);
      }
    }
    return sum;
  }

  private static Optional<Expr.Call> exponential(Expr term) {
    List<Expr> factors = term instanceof Expr.Product p ? p.factors() : List.of(term);
    List<Expr> exps = factors.stream().filter(Presenter::isExp).toList();
    return exps.size() == 1 ? Optional.of((Expr.Call) exps.get(0)) : Optional.empty();
  }

  private static Expr without(Expr term, Expr factor) {
    List<Expr> factors =
        new ArrayList<>(term instanceof Expr.Product p ? p.factors() : List.of(term));
    factors.remove(factor);
    return Expr.product(factors);
  }

  /** c softplus(u) − c u as c softplus(−u). */
  private static Expr reflected(Expr.Sum sum) {
    for (Expr term : sum.terms()) {
      Optional<Expr.Call> softplus = softplus(term);
      if (softplus.isPresent()) {
        Expr u = softplus.get().argument();
        List<Expr> terms = new ArrayList<>(sum.terms());
        Expr replaced = Expr.call(Function.SOFTPLUS, negated(u));
        Expr factor = without(term, softplus.get());
        terms.set(terms.indexOf(term), Expr.product(factor, replaced));
        if (removeAll(terms, Expr.negate(factor), u)) {
          return Expr.sum(terms);
        }
      }
    }
    return sum;
  }

  private static Expr negated(Expr x) {
    return x instanceof Expr.Sum sum
        ? ScaledSum.positiveFirst(sum.terms().stream().map(Expr::negate).toList())
        : Expr.negate(x);
  }

  private static Optional<Expr.Call> softplus(Expr term) {
    List<Expr> factors = term instanceof Expr.Product p ? p.factors() : List.of(term);
    return factors.stream()
        .filter(x -> x instanceof Expr.Call call && call.function() == Function.SOFTPLUS)
        .map(Expr.Call.class::cast)
        .findFirst();
  }

  /** Removes factor times each term of u; false if one of them is missing. */
  private static boolean removeAll(List<Expr> terms, Expr factor, Expr u) {
    for (Expr part : u instanceof Expr.Sum sum ? sum.terms() : List.of(u)) {
      Fraction wanted = Normalizer.normalize(Expr.product(factor, part));
      Optional<Expr> found =
          terms.stream().filter(x -> Normalizer.normalize(x).equals(wanted)).findFirst();
      if (found.isEmpty()) {
        return false;
      }
      terms.remove(found.get());
    }
    return true;
  }
}
