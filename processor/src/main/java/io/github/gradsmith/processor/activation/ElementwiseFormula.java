package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.check.Deviation;
import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.derive.OutputForm;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import java.util.Optional;

/**
 * An activation of each neuron for itself.
 *
 * @param symbol as generated comments write it; "" for a formula without a name
 * @param source where the formula is from
 * @param automatic the initializer that goes with it
 * @param value the output in {@code z}
 * @param slope its derivative, in the output {@code a} alone where that is possible
 */
public record ElementwiseFormula(
    String symbol, String source, Initializer automatic, Expr value, Slope slope)
    implements ActivationFormula {

  /** Reads a formula in {@code z} and derives its slope. */
  static ElementwiseFormula of(
      String symbol, String source, Initializer automatic, String formula) {
    Expr value = FormulaParser.parse(formula);
    Expr slope = OutputForm.slope(value);
    boolean inOutput = !slope.variables().contains("z");
    return new ElementwiseFormula(symbol, source, automatic, value, new Slope(slope, inOutput));
  }

  /** A formula of the user's own, which has no name. */
  static ElementwiseFormula written(String formula) {
    return of("", "the declaration", Initializer.GLOROT_UNIFORM, formula);
  }

  /**
   * The same with a slope that is in {@code a} only where the rounded {@code a} tells enough: it
   * does not where the formula adds much to little, as 10¹⁰ + tanh z does.
   */
  ElementwiseFormula in(Arithmetic arithmetic) {
    if (!slope.inOutput()) {
      return this;
    }
    Optional<Deviation> inOutput = ActivationForms.delta(this, arithmetic).deviation();
    if (inOutput.isEmpty()) {
      return this;
    }
    ElementwiseFormula inInput = inInput();
    Optional<Deviation> other = ActivationForms.delta(inInput, arithmetic).deviation();
    boolean better = other.isEmpty() || other.get().further() < inOutput.get().further();
    return better ? inInput : this;
  }

  private ElementwiseFormula inInput() {
    Slope inZ = new Slope(Derivative.of(value, "z"), false);
    return new ElementwiseFormula(symbol, source, automatic, value, inZ);
  }
}
