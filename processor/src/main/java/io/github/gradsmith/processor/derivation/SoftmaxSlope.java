package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.Function;

/**
 * Both derivatives of softmax by one neuron's z: of its own output a, and of another's output b = u
 * / (eᶻ + r), where u is the other's exponential and r all that does not depend on z.
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
    return Differentiation.of(Symbols.partial("b", "z"), crossValue(), "z")
        .then(new Step(softmax.crossSlope(), "in a and b alone"));
  }

  /** The other's output. */
  static Expr crossValue() {
    Expr exp = Expr.call(Function.EXP, Expr.variable("z"));
    return Expr.divide(Expr.variable("u"), Expr.sum(exp, Expr.variable("r")));
  }
}
