package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** A straight line between the limits; its derivative at both kinks, ±3, is 0. */
final class HardSigmoid {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "hardSigmoid",
          "Howard et al., Searching for MobileNetV3, 2019",
          Initializer.GLOROT_UNIFORM,
          "where(z <= -3, 0, where(z >= 3, 1, z / 6 + 1 / 2))");

  private HardSigmoid() {}
}
