package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import java.util.Map;

/**
 * One line of a calculation; all lines of a calculation are equal.
 *
 * @param expression what stands after the equals sign
 * @param notation how it is written
 * @param reason why it equals the line before; "" if there is nothing to say
 * @param pending derivatives still to be taken: variables of the expression, each with what it is
 *     the derivative of
 */
record Step(Expr expression, LatexRenderer notation, String reason, Map<String, Expr> pending) {
  Step {
    pending = Map.copyOf(pending);
  }

  Step(Expr expression, String reason) {
    this(expression, LatexRenderer.FRACTIONS, reason, Map.of());
  }

  /** As it is written. */
  String latex() {
    return notation.render(expression);
  }
}
