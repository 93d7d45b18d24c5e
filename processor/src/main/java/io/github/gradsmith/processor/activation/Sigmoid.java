package io.github.gradsmith.processor.activation;

/** The logistic function. */
final class Sigmoid {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "σ",
          "Verhulst, Recherches mathématiques sur la loi d'accroissement de la population, 1845",
          "1 / (1 + exp(-z))");

  private Sigmoid() {}
}
