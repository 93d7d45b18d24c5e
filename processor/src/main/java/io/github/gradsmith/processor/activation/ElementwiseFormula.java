package io.github.gradsmith.processor.activation;

import io.github.gradsmith.processor.formula.Derivative;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.FormulaParser;
import io.github.gradsmith.processor.formula.OutputForm;

/**
 * An activation of each neuron for itself.
 *
 * @param symbol as generated comments write it
 * @param source where the formula is from
 * @param value the output in {@code z}
 * @param slope its derivative, in the output {@code a} alone where that is possible
 */
public record ElementwiseFormula(String symbol, String source, Expr value, Slope slope)
    implements ActivationFormula {

  /** Reads a formula in {@code z} and derives its slope. */
  static ElementwiseFormula of(String symbol, String source, String formula) {
    Expr value = FormulaParser.parse(formula);
    Slope slope =
        OutputForm.find(value, "z", "a")
            .map(expression -> new Slope(expression, true))
            .orElseGet(() -> new Slope(Derivative.of(value, "z"), false));
    return new ElementwiseFormula(symbol, source, value, slope);
  }
}
