package io.github.gradsmith.processor.formula;

import java.util.Optional;

/** Recognises the logistic function, which the runtime offers as a function of its own. */
public final class SigmoidPattern {
  private SigmoidPattern() {}

  /** The argument u of anything that simplifies to 1 / (1 + exp(−u)). */
  public static Optional<Expr> argument(Expr expr) {
    if (!(expr instanceof Expr.Power || expr instanceof Expr.Product)) {
      return Optional.empty();
    }
    if (Simplifier.simplify(expr) instanceof Expr.Power power
        && power.exponent().equals(Expr.MINUS_ONE)
        && power.base() instanceof Expr.Sum sum
        && sum.terms().size() == 2
        && sum.terms().get(0).isOne()
        && sum.terms().get(1) instanceof Expr.Call call
        && call.function() == Function.EXP) {
      return Optional.of(Simplifier.simplify(Expr.negate(call.argument())));
    }
    return Optional.empty();
  }
}
