package io.github.gradsmith.processor.activation;

/** No activation: the weighted sum itself. */
final class Identity {
  static final ElementwiseFormula FORMULA = ElementwiseFormula.of("id", "no activation", "z");

  private Identity() {}
}
