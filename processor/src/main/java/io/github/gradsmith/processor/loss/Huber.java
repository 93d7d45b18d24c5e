package io.github.gradsmith.processor.loss;

/** The squared error near the target, the absolute error from a distance of 1 on. */
final class Huber {
  static final LossFormula FORMULA =
      LossFormula.of(
          "Huber, Robust Estimation of a Location Parameter, 1964",
          "where(abs(t - a) <= 1, (t - a)^2 / 2, abs(t - a) - 1 / 2)");

  private Huber() {}
}
