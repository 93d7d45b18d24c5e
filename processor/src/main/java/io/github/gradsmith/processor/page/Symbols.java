package io.github.gradsmith.processor.page;

import io.github.gradsmith.processor.formula.expr.Expr;

/**
 * The lecture's letters in LaTeX. A layer stands above in brackets, neurons below: {@code w_{12}}
 * of layer 3 leads from neuron 1 of layer 2 to neuron 2 of layer 3.
 */
public final class Symbols {
  private Symbols() {}

  /** A letter for a whole layer: {@code W^{(2)}}. */
  public static String of(String letter, int layer) {
    return letter + "^{(" + layer + ")}";
  }

  /** A letter for one neuron of a layer. */
  public static String of(String letter, int layer, Object neuron) {
    return letter + "_{" + neuron + "}^{(" + layer + ")}";
  }

  /** The weight from neuron {@code i} of the layer before to neuron {@code j}. */
  public static String weight(int layer, Object i, Object j) {
    String comma = (i + "" + j).length() > 2 ? "," : "";
    return "w_{" + i + comma + j + "}^{(" + layer + ")}";
  }

  /** What reaches a layer from neuron {@code i} of the layer before, which may be the input. */
  public static String input(int layer, Object i) {
    return layer == 2 ? "x_{" + i + "}" : of("a", layer - 1, i);
  }

  /** A letter of the generated code: {@code w2}. */
  public static String inCode(String letter, int layer) {
    return "\\mathtt{" + letter + layer + "}";
  }

  /** What a layer reads, in the generated code. */
  public static String inputInCode(int layer) {
    return layer == 2 ? "\\mathtt{x}" : inCode("a", layer - 1);
  }

  /** A target. */
  public static String target(Object j) {
    return "t_{" + j + "}";
  }

  /** ∂y/∂x. */
  public static String partial(String y, String x) {
    return "\\frac{\\partial " + y + "}{\\partial " + x + "}";
  }

  /** The same symbol as a variable of a formula. */
  public static Expr variable(String symbol) {
    return Expr.variable(symbol);
  }
}
