package io.github.gradsmith.processor.loss;

/** The squared error's mean over the outputs. */
final class MeanSquaredError {
  static final LossFormula FORMULA =
      LossFormula.of("Legendre, Nouvelles méthodes, 1805, taken as a mean", "(t - a)^2 / n");

  private MeanSquaredError() {}
}
