package io.github.gradsmith.processor.loss;

/** Half the squared error, whose gradient is a − t. */
final class HalfSquaredError {
  static final LossFormula FORMULA =
      LossFormula.of(
          "Rumelhart, Hinton and Williams, Learning representations by back-propagating errors, 1986",
          "(t - a)^2 / 2");

  private HalfSquaredError() {}
}
