package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.form.Simplifier;
import io.github.gradsmith.processor.formula.normal.Elimination;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import java.util.Map;

/**
 * Probabilities over a whole layer, or their logarithms. Every output depends on every weighted
 * sum, so it has two derivatives by z: of the neuron's own output a, and of another's output b.
 *
 * @param symbol softmax or log softmax
 * @param source the paper it is from
 * @param value the own output: r is what the other neurons add to the sum of all exponentials
 * @param crossValue the other's output, whose exponential is u
 * @param slope ∂a/∂z, in a
 * @param crossSlope ∂b/∂z, in the own output {@code a} and the other's {@code b}
 * @param probability the neuron's share of all exponentials, in a
 */
public record Softmax(
    String symbol,
    String source,
    Expr value,
    Expr crossValue,
    Slope slope,
    Expr crossSlope,
    Expr probability)
    implements ActivationFormula {
  private static final Expr A = Expr.variable("a");
  private static final Expr B = Expr.variable("b");

  static final Softmax FORMULA = derive("exp(z) / (exp(z) + r)", "u / (exp(z) + r)");
  static final Softmax LOGARITHM = FORMULA.logarithm();

  /** Whether the outputs are logarithms of probabilities. */
  public boolean isLogarithm() {
    return !probability.equals(A);
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
    Expr expInA = Elimination.solve(own, exp, A).orElseThrow();
    Expr crossInA = Elimination.replace(cross, exp, expInA);
    Expr uInOutputs = Elimination.solve(crossInA, u, B).orElseThrow();

    Expr slope = Elimination.replace(Derivative.of(own, "z"), exp, expInA);
    Expr crossSlopeInU = Elimination.replace(Derivative.of(cross, "z"), exp, expInA);
    Expr crossSlope = Elimination.replace(crossSlopeInU, u, uInOutputs);
    return new Softmax(
        "softmax",
        "Bridle, Probabilistic Interpretation of Feedforward Classification Network Outputs, 1990",
        own,
        cross,
        new Slope(slope, true),
        crossSlope,
        A);
  }

  /** The chain rule through a logarithm; what was the output is now its exponential. */
  private Softmax logarithm() {
    Expr exponentials = FormulaParser.parse("log(exp(z) + r)");
    return new Softmax(
        "logsoftmax",
        source,
        Expr.subtract(Expr.variable("z"), exponentials),
        Expr.subtract(Expr.call(Function.LOG, Expr.variable("u")), exponentials),
        new Slope(ofLogarithm(slope.expression(), "a"), true),
        ofLogarithm(crossSlope, "b"),
        Expr.call(Function.EXP, A));
  }

  private static Expr ofLogarithm(Expr slope, String output) {
    Expr outer = Derivative.of(Expr.call(Function.LOG, Expr.variable(output)), output);
    Expr inOutputs = Simplifier.simplify(Expr.product(outer, slope));
    return Simplifier.simplify(
        inOutputs.substitute(
            Map.of("a", Expr.call(Function.EXP, A), "b", Expr.call(Function.EXP, B))));
  }
}
