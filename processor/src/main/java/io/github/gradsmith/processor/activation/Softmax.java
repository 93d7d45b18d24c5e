package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.formula.Derivative;
import io.github.gradsmith.processor.formula.Elimination;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.FormulaParser;

/**
 * Probabilities over a whole layer. Every output depends on every weighted sum, so it has two
 * derivatives by z: of the neuron's own output a, and of another's output b.
 *
 * @param value the own output: r is what the other neurons add to the sum of all exponentials
 * @param slope ∂a/∂z, in a
 * @param crossSlope ∂b/∂z, in the own output {@code a} and the other's {@code b}
 */
public record Softmax(Expr value, Slope slope, Expr crossSlope) implements ActivationFormula {
  static final Softmax FORMULA = derive("exp(z) / (exp(z) + r)", "u / (exp(z) + r)");

  @Override
  public String symbol() {
    return "softmax";
  }

  @Override
  public String source() {
    return "Bridle, Probabilistic Interpretation of Feedforward Classification Network Outputs, 1990";
  }

  @Override
  public Initializer automatic() {
    return Initializer.GLOROT_UNIFORM;
  }

  /**
   * Derives both slopes and eliminates z, r and u, the exponential of the other's weighted sum: the
   * outputs are all that is needed.
   */
  private static Softmax derive(String ownFormula, String crossFormula) {
    Expr own = FormulaParser.parse(ownFormula);
    Expr cross = FormulaParser.parse(crossFormula);
    Expr exp = FormulaParser.parse("exp(z)");
    Expr u = Expr.variable("u");
    Expr expInA = Elimination.solve(own, exp, Expr.variable("a")).orElseThrow();
    Expr crossInA = Elimination.replace(cross, exp, expInA);
    Expr uInOutputs = Elimination.solve(crossInA, u, Expr.variable("b")).orElseThrow();

    Expr slope = Elimination.replace(Derivative.of(own, "z"), exp, expInA);
    Expr crossSlopeInU = Elimination.replace(Derivative.of(cross, "z"), exp, expInA);
    Expr crossSlope = Elimination.replace(crossSlopeInU, u, uInOutputs);
    return new Softmax(own, new Slope(slope, true), crossSlope);
  }
}
