package io.github.gradsmith.processor.loss;

import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import java.util.Map;

/**
 * A loss as the sum of one term per output.
 *
 * @param source where the formula is from
 * @param term one output's term, in the output {@code a}, the target {@code t} and perhaps {@code
 *     n}, the number of outputs
 * @param gradient ∂E/∂a of that output, in the same variables
 */
public record LossFormula(String source, Expr term, Expr gradient) {
  static LossFormula of(String source, String formula) {
    return of(source, FormulaParser.parse(formula));
  }

  private static final String DECLARATION = "the declaration";

  /** A formula of the user's own. */
  static LossFormula written(String formula) {
    return of(DECLARATION, formula);
  }

  /** Whether it is a formula of the user's own. */
  public boolean isWritten() {
    return source.equals(DECLARATION);
  }

  private static LossFormula of(String source, Expr term) {
    return new LossFormula(source, term, Derivative.of(term, "a"));
  }

  /** The same loss with the number of outputs put in. */
  LossFormula forOutputs(int outputs) {
    return term.variables().contains("n")
        ? of(source, term.substitute(Map.of("n", Expr.number(outputs))))
        : this;
  }
}
