package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** The leaky rectifier; its derivative at 0 is that of the branch taken there, 0.01. */
final class LeakyRelu {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "leakyRelu",
          "Maas, Hannun and Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, 2013",
          Initializer.HE_NORMAL,
          "where(z > 0, z, z / 100)");

  private LeakyRelu() {}
}
