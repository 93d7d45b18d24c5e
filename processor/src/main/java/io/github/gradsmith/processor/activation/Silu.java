package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** The sigmoid-weighted linear unit, also called swish. */
final class Silu {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "silu",
          "Elfwing, Uchibe and Doya, Sigmoid-Weighted Linear Units for Neural Network Function Approximation, 2018",
          Initializer.HE_NORMAL,
          "z / (1 + exp(-z))");

  private Silu() {}
}
