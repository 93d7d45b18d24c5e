package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** The exponential linear unit with α = 1, which has no kink. */
final class Elu {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "elu",
          "Clevert, Unterthiner and Hochreiter, Fast and Accurate Deep Network Learning by ELUs, 2016",
          Initializer.HE_NORMAL,
          "where(z > 0, z, expm1(z))");

  private Elu() {}
}
