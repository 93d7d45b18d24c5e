package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** The self-regularized unit: z times the hyperbolic tangent of its softplus. */
final class Mish {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "mish",
          "Misra, Mish: A Self Regularized Non-Monotonic Activation Function, 2020",
          Initializer.HE_NORMAL,
          "z * tanh(log(1 + exp(z)))");

  private Mish() {}
}
