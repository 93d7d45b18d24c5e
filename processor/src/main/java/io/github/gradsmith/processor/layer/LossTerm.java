package io.github.gradsmith.processor.layer;

import io.github.gradsmith.processor.formula.expr.Expr;

/** One output's term of the loss; the loss is the sum over all outputs. */
public sealed interface LossTerm {
  /** In variables that the form names. */
  Expr expression();

  /** In the output {@code a} and the target {@code t}. */
  record InOutput(Expr expression) implements LossTerm {}

  /**
   * In the target {@code t} and the weighted sum {@code z}: what the output rounds to 0 or 1 is
   * still there.
   */
  record InWeightedSum(Expr expression) implements LossTerm {}

  /**
   * In the target {@code t}, the weighted sum less the layer's largest {@code z}, and {@code s} = Σ
   * exp(z) over the layer: 1 ≤ s, so that its logarithm is finite.
   */
  record InShiftedSum(Expr expression) implements LossTerm {}
}
