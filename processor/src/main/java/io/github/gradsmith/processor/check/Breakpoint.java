package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A part of a formula where it turns from one piece to another as the part changes its sign.
 *
 * @param quantity the part
 * @param kind what may happen at the turn
 */
record Breakpoint(Expr quantity, Kind kind) {
  enum Kind {
    /** The pieces meet, as those of |x|. */
    KINK,
    /** The pieces need not meet. */
    JUMP,
    /** What is divided by is 0 there. */
    POLE
  }

  /** All of a formula. */
  static Set<Breakpoint> of(Expr expr) {
    Set<Breakpoint> switches = new LinkedHashSet<>();
    collect(expr, switches);
    return switches;
  }

  private static void collect(Expr expr, Set<Breakpoint> into) {
    if (expr instanceof Expr.Choice choice) {
      into.add(new Breakpoint(Expr.subtract(choice.left(), choice.right()), Kind.JUMP));
    } else if (expr instanceof Expr.Extremum extremum) {
      into.add(new Breakpoint(Expr.subtract(extremum.left(), extremum.right()), Kind.KINK));
    } else if (expr instanceof Expr.Call call && call.function() == Function.SIGN) {
      into.add(new Breakpoint(call.argument(), Kind.JUMP));
    } else if (expr instanceof Expr.Call call && call.function() == Function.ABS) {
      into.add(new Breakpoint(call.argument(), Kind.KINK));
    } else if (expr instanceof Expr.Power power && mayDivide(power.exponent())) {
      into.add(new Breakpoint(power.base(), Kind.POLE));
    }
    expr.children().forEach(child -> collect(child, into));
  }

  private static boolean mayDivide(Expr exponent) {
    return !(exponent instanceof Expr.Number number) || number.value().signum() < 0;
  }
}
