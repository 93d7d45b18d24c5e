package io.github.gradsmith.processor.activation;

import io.github.gradsmith.Initializer;

/** No activation: the weighted sum itself. */
final class Identity {
  static final ElementwiseFormula FORMULA =
      ElementwiseFormula.of("id", "no activation", Initializer.GLOROT_UNIFORM, "z");

  private Identity() {}
}
