package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** The rectifier; its derivative at 0 is that of the branch taken there, 0. */
final class Relu {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "relu",
          "Nair and Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, 2010",
          Initializer.HE_NORMAL,
          "where(z > 0, z, 0)");

  private Relu() {}
}
