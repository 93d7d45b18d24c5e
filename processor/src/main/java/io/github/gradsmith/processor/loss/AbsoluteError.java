package io.github.gradsmith.processor.loss;

/** The absolute error, whose gradient is a sign, 0 where there is no error. */
final class AbsoluteError {
  static final LossFormula FORMULA =
      LossFormula.of(
          "Laplace, Mémoire sur la probabilité des causes par les évènements, 1774", "abs(t - a)");

  private AbsoluteError() {}
}
