package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.Function;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A part of a formula where it turns from one piece to another as the part changes its sign.
 *
 * @param quantity the part
 * @param kind what may happen at the turn
 */
record Switch(Expr quantity, Kind kind) {
  enum Kind {
    /** The pieces meet, as those of |x|. */
    KINK,
    /** The pieces need not meet. */
    JUMP,
    /** What is divided by is 0 there. */
    POLE
  }

  /** All of a formula. */
  static Set<Switch> of(Expr expr) {
    Set<Switch> switches = new LinkedHashSet<>();
    collect(expr, switches);
    return switches;
  }

  private static void collect(Expr expr, Set<Switch> into) {
    if (expr instanceof Expr.Choice choice) {
      into.add(new Switch(Expr.subtract(choice.left(), choice.right()), Kind.JUMP));
    } else if (expr instanceof Expr.Extremum extremum) {
      into.add(new Switch(Expr.subtract(extremum.left(), extremum.right()), Kind.KINK));
    } else if (expr instanceof Expr.Call call && call.function() == Function.SIGN) {
      into.add(new Switch(call.argument(), Kind.JUMP));
    } else if (expr instanceof Expr.Call call && call.function() == Function.ABS) {
      into.add(new Switch(call.argument(), Kind.KINK));
    } else if (expr instanceof Expr.Power power && mayDivide(power.exponent())) {
      into.add(new Switch(power.base(), Kind.POLE));
    }
    expr.children().forEach(child -> collect(child, into));
  }

  private static boolean mayDivide(Expr exponent) {
    return !(exponent instanceof Expr.Number number) || number.value().signum() < 0;
  }
}
