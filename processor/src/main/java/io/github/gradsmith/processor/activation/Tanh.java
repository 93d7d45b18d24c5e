package io.github.gradsmith.processor.activation;

/** The hyperbolic tangent. */
final class Tanh {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of("tanh", "LeCun et al., Efficient BackProp, 1998", "tanh(z)");

  private Tanh() {}
}
