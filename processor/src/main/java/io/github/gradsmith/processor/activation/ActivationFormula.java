package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.formula.expr.Expr;

/** An activation as a formula. */
public sealed interface ActivationFormula permits ElementwiseFormula, Softmax {
  /** As generated comments write the function: σ, tanh, relu. */
  String symbol();

  /** The paper or book the formula is from. */
  String source();

  /** The initializer that {@code AUTO} chooses for a layer with this activation. */
  Initializer automatic();

  /** The output of a neuron in its own weighted sum {@code z}. */
  Expr value();

  /** The derivative of a neuron's output by its own weighted sum. */
  Slope slope();
}
