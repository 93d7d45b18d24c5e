package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** The Gaussian error linear unit: z times the normal distribution at z, by the error function. */
final class Gelu {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "gelu",
          "Hendrycks and Gimpel, Gaussian Error Linear Units (GELUs), 2016",
          Initializer.HE_NORMAL,
          "z / 2 * (1 + erf(z / sqrt(2)))");

  private Gelu() {}
}
