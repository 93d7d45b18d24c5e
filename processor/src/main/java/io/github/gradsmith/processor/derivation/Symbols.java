package io.github.gradsmith.processor.derivation;

import io.github.gradsmith.processor.formula.expr.Expr;

/**
 * The lecture's letters in LaTeX. A layer stands above in brackets, neurons below: {@code w_{12}}
 * of layer 3 leads from neuron 1 of layer 2 to neuron 2 of layer 3.
 */
final class Symbols {
  private Symbols() {}

  /** A letter for a whole layer: {@code W^{(2)}}. */
  static String of(String letter, int layer) {
    return letter + "^{(" + layer + ")}";
  }

  /** A letter for one neuron of a layer. */
  static String of(String letter, int layer, Object neuron) {
    return letter + "_{" + neuron + "}^{(" + layer + ")}";
  }

  /** The weight from neuron {@code i} of the layer before to neuron {@code j}. */
  static String weight(int layer, Object i, Object j) {
    String comma = (i + "" + j).length() > 2 ? "," : "";
    return "w_{" + i + comma + j + "}^{(" + layer + ")}";
  }

  /** What reaches a layer from neuron {@code i} of the layer before, which may be the input. */
  static String input(int layer, Object i) {
    return layer == 2 ? "x_{" + i + "}" : of("a", layer - 1, i);
  }

  /** A target. */
  static String target(Object j) {
    return "t_{" + j + "}";
  }

  /** ∂y/∂x. */
  static String partial(String y, String x) {
    return "\\frac{\\partial " + y + "}{\\partial " + x + "}";
  }

  /** The same symbol as a variable of a formula. */
  static Expr variable(String symbol) {
    return Expr.variable(symbol);
  }
}
