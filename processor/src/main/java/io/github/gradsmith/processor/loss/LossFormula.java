package io.github.gradsmith.processor.loss;

import io.github.gradsmith.processor.formula.Derivative;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.FormulaParser;

/**
 * A loss as the sum of one term per output.
 *
 * @param source where the formula is from
 * @param term one output's term, in the output {@code a} and the target {@code t}
 * @param gradient ∂E/∂a of that output, in {@code a} and {@code t}
 */
public record LossFormula(String source, Expr term, Expr gradient) {
  static LossFormula of(String source, String formula) {
    Expr term = FormulaParser.parse(formula);
    return new LossFormula(source, term, Derivative.of(term, "a"));
  }
}
