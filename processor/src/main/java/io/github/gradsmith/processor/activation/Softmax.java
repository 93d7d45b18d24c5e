package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Question;
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

  private static final Expr EXP = FormulaParser.parse("exp(z)");
  private static final Expr OWN = FormulaParser.parse("exp(z) / (exp(z) + r)");
  private static final Expr CROSS = FormulaParser.parse("u / (exp(z) + r)");

  private static final Question OWN_SLOPE = new Question("softmax slope", Softmax::ownSlope);
  private static final Question CROSS_SLOPE =
      new Question("softmax cross slope", Softmax::crossSlope);

  static final Softmax FORMULA =
      new Softmax(
          "softmax",
          "Bridle, Probabilistic Interpretation of Feedforward Classification Network Outputs, 1990",
          OWN,
          CROSS,
          new Slope(OWN_SLOPE.of(OWN), true),
          CROSS_SLOPE.of(CROSS),
          A);
  static final Softmax LOGARITHM = FORMULA.logarithm();

  /** Whether the outputs are logarithms of probabilities. */
  public boolean isLogarithm() {
    return !probability.equals(A);
  }

  @Override
  public Initializer automatic() {
    return Initializer.GLOROT_UNIFORM;
  }

  /** Eliminates z, of which r is free: the output is all that is needed. */
  private static Expr ownSlope(Expr own) {
    return Elimination.replace(Derivative.of(own, "z"), EXP, expInOutput());
  }

  /** Eliminates also u, the exponential of the other's weighted sum, for the other's output. */
  private static Expr crossSlope(Expr cross) {
    Expr u = Expr.variable("u");
    Expr crossInA = Elimination.replace(cross, EXP, expInOutput());
    Expr uInOutputs = Elimination.solve(crossInA, u, B).orElseThrow();
    Expr slopeInU = Elimination.replace(Derivative.of(cross, "z"), EXP, expInOutput());
    return Elimination.replace(slopeInU, u, uInOutputs);
  }

  private static Expr expInOutput() {
    return Elimination.solve(OWN, EXP, A).orElseThrow();
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
