package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** A sigmoid that approaches its limits as slowly as 1 / |z|. */
final class Softsign {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of(
          "softsign",
          "Turian, Bergstra and Bengio, Quadratic Features and Deep Architectures for Chunking, 2009",
          Initializer.GLOROT_UNIFORM,
          "z / (1 + abs(z))");

  private Softsign() {}
}
