package io.github.gradsmith.processor.layer;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.Function;
import io.github.gradsmith.processor.formula.Remembered;
import io.github.gradsmith.processor.formula.Simplifier;
import io.github.gradsmith.processor.loss.LossFormula;
import java.util.Map;
import java.util.Set;

/**
 * The formulas of the last layer.
 *
 * @param lossTerm one output's share of the loss
 * @param delta ∂E/∂z
 */
public record OutputLayer(LossTerm lossTerm, OutputDelta delta) {
  private static final Expr A = Expr.variable("a");
  private static final Expr S = Expr.variable("s");

  private static final Remembered<Pair, OutputLayer> PAIRS =
      new Remembered<>(pair -> derive(pair.activation(), pair.loss()));

  private record Pair(ActivationFormula activation, LossFormula loss) {}

  /** Derives the formulas of a pair that the contract allows. */
  public static OutputLayer of(ActivationFormula activation, LossFormula loss) {
    return PAIRS.of(new Pair(activation, loss));
  }

  private static OutputLayer derive(ActivationFormula activation, LossFormula loss) {
    if (activation instanceof Softmax softmax) {
      return new OutputLayer(shifted(softmax, loss), coupled(softmax, loss));
    }
    Expr delta = Expr.product(loss.gradient(), activation.slope().expression());
    return new OutputLayer(
        term(activation, loss), new OutputDelta.Elementwise(Simplifier.simplify(delta)));
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
  private static OutputDelta coupled(Softmax softmax, LossFormula loss) {
    Expr share = softmax.probability();
    Expr perOutput = Simplifier.simplify(Expr.divide(softmax.crossSlope(), share));
    Expr crossFactor = perOutput.substitute(Map.of("b", A));
    Expr crossOnItself = Expr.product(share, crossFactor);
    Expr rest = Expr.subtract(softmax.slope().expression(), crossOnItself);
    Expr direct = Simplifier.simplify(Expr.product(loss.gradient(), rest));
    Expr summand = Simplifier.simplify(Expr.product(loss.gradient(), crossFactor));
    return new OutputDelta.Coupled(direct, share, summand);
  }
}
