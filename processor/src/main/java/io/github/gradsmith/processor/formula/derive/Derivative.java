package io.github.gradsmith.processor.formula.derive;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.Simplifier;

/** Derives formulas by all rules of differentiation at once. */
public final class Derivative extends DifferentiationRules {
  private Derivative(String variable) {
    super(variable);
  }

  /**
   * The derivative by a variable, simplified. A choice is derived branch by branch: at its kink the
   * derivative is that of the branch taken. At a tie of max or min it is half of each side's.
   */
  public static Expr of(Expr expr, String variable) {
    return Simplifier.simplify(byRules(expr, variable));
  }

  /** The derivative as the rules of differentiation give it, not simplified. */
  public static Expr byRules(Expr expr, String variable) {
    return new Derivative(variable).derivative(expr);
  }

  @Override
  protected Expr part(Expr part) {
    return derivative(part);
  }
}
