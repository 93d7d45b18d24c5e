package io.github.gradsmith.processor.formula.machine;

import io.github.gradsmith.processor.formula.expr.Expr;
import java.util.List;

/**
 * Leaves out numbers beyond an arithmetic that change nothing there: what is added and rounds to 0,
 * and bounds that no number passes.
 */
final class Representable {
  private final Arithmetic arithmetic;

  private Representable(Arithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  static Expr of(Expr expr, Arithmetic arithmetic) {
    return new Representable(arithmetic).kept(expr);
  }

  private Expr kept(Expr expr) {
    Expr inner = expr.withChildren(expr.children().stream().map(this::kept).toList());
    if (inner instanceof Expr.Sum sum) {
      return Expr.sum(sum.terms().stream().filter(term -> !vanishes(term)).toList());
    }
    if (inner instanceof Expr.Extremum extremum) {
      boolean left = isNoBound(extremum, extremum.left());
      boolean right = isNoBound(extremum, extremum.right());
      return left ? extremum.right() : right ? extremum.left() : extremum;
    }
    return inner;
  }

  private boolean vanishes(Expr term) {
    return term instanceof Expr.Number number && arithmetic.round(number.value().toDouble()) == 0;
  }

  private boolean isNoBound(Expr.Extremum extremum, Expr side) {
    return side instanceof Expr.Number number
        && arithmetic.round(number.value().toDouble())
            == (extremum.largest() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
  }

  /** Whether a number that is no number of the arithmetic takes part in an operation. */
  static boolean loses(Expr expr, Arithmetic arithmetic) {
    if (expr instanceof Expr.Number number) {
      return arithmetic.loses(number.value());
    }
    List<Expr> parts =
        expr instanceof Expr.Choice choice
            ? List.of(choice.then(), choice.otherwise())
            : expr.children();
    return parts.stream().anyMatch(part -> loses(part, arithmetic));
  }
}
