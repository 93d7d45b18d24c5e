package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/**
 * The self-normalizing unit; its derivative at 0 is that of the branch taken there, λ α. The
 * numbers are those that keep mean 0 and variance 1 fixed, as the paper's appendix derives them.
 */
final class Selu {
  private static final String LAMBDA = "1.0507009873554804934193349852946";
  private static final String ALPHA = "1.6732632423543772848170429916717";

  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "selu",
          "Klambauer, Unterthiner, Mayr and Hochreiter, Self-Normalizing Neural Networks, 2017",
          Initializer.LECUN_NORMAL,
          "where(z > 0, %1$s * z, %1$s * %2$s * expm1(z))".formatted(LAMBDA, ALPHA));

  private Selu() {}
}
