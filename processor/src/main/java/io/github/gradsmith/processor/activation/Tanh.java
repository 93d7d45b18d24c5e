package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** The hyperbolic tangent. */
final class Tanh {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "tanh", "LeCun et al., Efficient BackProp, 1998", Initializer.GLOROT_UNIFORM, "tanh(z)");

  private Tanh() {}
}
