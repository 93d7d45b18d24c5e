package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** The smooth rectifier, whose derivative is the logistic function. */
final class Softplus {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "softplus",
          "Dugas et al., Incorporating Second-Order Functional Knowledge for Better Option Pricing, 2001",
          Initializer.HE_NORMAL,
          "log(1 + exp(z))");

  private Softplus() {}
}
