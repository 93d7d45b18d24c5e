package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** The logistic function. */
final class Sigmoid {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "σ",
          "Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845",
          Initializer.GLOROT_UNIFORM,
          "1 / (1 + exp(-z))");

  private Sigmoid() {}
}
