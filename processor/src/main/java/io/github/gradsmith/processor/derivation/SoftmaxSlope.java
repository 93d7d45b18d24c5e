package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.page.Symbols;

/**
 * Both derivatives of softmax by one neuron's z: of its own output a, and of another's output b,
 * where u is the other's exponential and r all that does not depend on z.
 */
final class SoftmaxSlope {
  private SoftmaxSlope() {}

  /** ∂a/∂z. */
  static Calculation own(Softmax softmax) {
    return Differentiation.of(Symbols.partial("a", "z"), softmax.value(), "z")
        .then(new Step(softmax.slope().expression(), "in a alone"));
  }

  /** ∂b/∂z. */
  static Calculation cross(Softmax softmax) {
    return Differentiation.of(Symbols.partial("b", "z"), softmax.crossValue(), "z")
        .then(new Step(softmax.crossSlope(), inOutputs(softmax.crossSlope())));
  }

  private static String inOutputs(Expr slope) {
    return slope.variables().contains("b") ? "in a and b alone" : "in a alone";
  }
}
