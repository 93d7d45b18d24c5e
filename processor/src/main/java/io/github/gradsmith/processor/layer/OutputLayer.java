package io.github.gradsmith.processor.layer;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.Remembered;
import io.github.gradsmith.processor.formula.form.Simplifier;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.loss.LossFormula;
import java.util.Map;
import java.util.Set;

/**
 * The formulas of the last layer.
 *
 * @param lossTerm one output's share of the loss
 * @param delta ∂E/∂z
 * @param forms in which generated code has both
 */
public record OutputLayer(LossTerm lossTerm, OutputDelta delta, OutputForms forms) {
  private static final Expr A = Expr.variable("a");
  private static final Expr S = Expr.variable("s");

  private record Question(ActivationFormula activation, LossFormula loss, Arithmetic arithmetic) {}

  private static final Remembered<Question, OutputLayer> KNOWN =
      new Remembered<>(question -> of(question));

  /** Derives the formulas of a pair that the contract allows. */
  public static OutputLayer of(
      ActivationFormula activation, LossFormula loss, Arithmetic arithmetic) {
    return KNOWN.of(new Question(activation, loss, arithmetic));
  }

  private static OutputLayer of(Question question) {
    ActivationFormula activation = question.activation();
    LossFormula loss = question.loss();
    FormsOfOutput forms = new FormsOfOutput(activation, loss, question.arithmetic());
    if (activation instanceof Softmax softmax) {
      LossTerm term = shifted(softmax, loss);
      OutputDelta.Coupled delta = coupled(softmax, loss);
      return new OutputLayer(term, delta, forms.of(term, delta, softmax));
    }
    Expr product = Expr.product(loss.gradient(), activation.slope().expression());
    OutputDelta.Elementwise delta = new OutputDelta.Elementwise(Simplifier.simplify(product));
    LossTerm term = term(activation, loss);
    OutputForms chosen = forms.of(term, delta);
    return new OutputLayer(written(activation, loss, term, chosen), delta, chosen);
  }

  /** The term in what the chosen form needs. */
  private static LossTerm written(
      ActivationFormula activation, LossFormula loss, LossTerm term, OutputForms forms) {
    boolean inZ = term instanceof LossTerm.InWeightedSum;
    if (forms.lossNeedsZ() == inZ) {
      return term;
    }
    return inZ
        ? new LossTerm.InOutput(loss.term())
        : new LossTerm.InWeightedSum(
            Simplifier.simplify(loss.term().substitute(Map.of("a", activation.value()))));
  }

  /** Whether the loss is computed from the weighted sums z of the last layer. */
  public boolean lossFromWeightedSums() {
    return !(lossTerm instanceof LossTerm.InOutput);
  }

  /**
   * A loss that takes the logarithm of an output which may round to 0 is written in z, if that
   * makes the logarithm vanish: that of σ(z) is −softplus(−z).
   */
  private static LossTerm term(ActivationFormula activation, LossFormula loss) {
    if (takesLogarithm(loss.term())) {
      Expr inZ = Simplifier.simplify(loss.term().substitute(Map.of("a", activation.value())));
      if (!takesLogarithm(inZ)) {
        return new LossTerm.InWeightedSum(inZ);
      }
    }
    return new LossTerm.InOutput(loss.term());
  }

  /**
   * A loss that takes the output's logarithm needs the output's own logarithm, z − log s. One that
   * needs more of the output than that is computed from the output, and so is one of outputs that
   * are logarithms themselves.
   */
  private static LossTerm shifted(Softmax softmax, LossFormula loss) {
    if (softmax.isLogarithm()) {
      return new LossTerm.InOutput(loss.term());
    }
    Expr quotient = Expr.divide(Expr.call(Function.EXP, Expr.variable("z")), Expr.variable("s"));
    Expr inSum = Simplifier.simplify(loss.term().substitute(Map.of("a", quotient)));
    return takesLogarithm(loss.term()) && isLogarithmOnly(inSum)
        ? new LossTerm.InShiftedSum(inSum)
        : new LossTerm.InOutput(loss.term());
  }

  /** Whether s stands in its logarithm only, and z in no function. */
  private static boolean isLogarithmOnly(Expr expr) {
    if (expr instanceof Expr.Call call) {
      boolean ofSum = call.function() == Function.LOG && call.argument().equals(S);
      return ofSum || call.variables().equals(Set.of("t")) || call.variables().isEmpty();
    }
    return !expr.equals(S) && expr.children().stream().allMatch(OutputLayer::isLogarithmOnly);
  }

  private static boolean takesLogarithm(Expr expr) {
    return expr instanceof Expr.Call call && call.function() == Function.LOG
        || expr.children().stream().anyMatch(OutputLayer::takesLogarithm);
  }

  /**
   * The chain rule over all outputs, ∂E/∂zᵢ = Σⱼ ∂E/∂aⱼ ∂aⱼ/∂zᵢ. The cross slope ∂aⱼ/∂zᵢ is the
   * probability of i times a factor of output j alone; summed over all j it counts the own output
   * too, which the direct term makes up for.
   */
  private static OutputDelta.Coupled coupled(Softmax softmax, LossFormula loss) {
    Expr direct = Simplifier.simplify(Expr.product(loss.gradient(), own(softmax)));
    Expr summand = Simplifier.simplify(Expr.product(loss.gradient(), crossFactor(softmax)));
    return new OutputDelta.Coupled(direct, softmax.probability(), summand);
  }

  /** What output j lends to the cross slope, in a. */
  static Expr crossFactor(Softmax softmax) {
    Expr perOutput = Simplifier.simplify(Expr.divide(softmax.crossSlope(), softmax.probability()));
    return perOutput.substitute(Map.of("b", A));
  }

  /** The own slope without what the sum over all outputs has of it. */
  static Expr own(Softmax softmax) {
    Expr crossOnItself = Expr.product(softmax.probability(), crossFactor(softmax));
    return Expr.subtract(softmax.slope().expression(), crossOnItself);
  }
}
