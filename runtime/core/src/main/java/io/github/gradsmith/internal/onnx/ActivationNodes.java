package io.github.gradsmith.internal.onnx;

import java.util.Map;

/** Adds the operators that stand for a layer's activation, by its name or its formula. */
final class ActivationNodes {
  /** Those that are one operator, whose defaults are ours. */
  private static final Map<String, String> OPERATORS =
      Map.of(
          "SIGMOID", "Sigmoid",
          "TANH", "Tanh",
          "RELU", "Relu",
          "ELU", "Elu",
          "SELU", "Selu",
          "SOFTPLUS", "Softplus",
          "SOFTSIGN", "Softsign");

  private final Graph graph;

  ActivationNodes(Graph graph) {
    this.graph = graph;
  }

  /**
   * Adds an activation of z, its result the last node's.
   *
   * @throws IllegalArgumentException if it is neither a name nor a formula
   */
  void add(String activation, Operand z) {
    switch (activation) {
      case "IDENTITY":
        break;
      case "LEAKY_RELU":
        graph.add("LeakyRelu", z).with("alpha", 0.01f);
        break;
      case "HARD_SIGMOID":
        graph.add("HardSigmoid", z).with("alpha", 1 / 6f).with("beta", 0.5f);
        break;
      case "SILU":
        graph.apply("Mul", z, graph.apply("Sigmoid", z));
        break;
      case "GELU":
        gelu(z);
        break;
      case "MISH":
        graph.apply("Mul", z, graph.apply("Tanh", graph.apply("Softplus", z)));
        break;
      case "SOFTMAX":
        graph.add("Softmax", z).with("axis", -1);
        break;
      case "LOG_SOFTMAX":
        graph.add("LogSoftmax", z).with("axis", -1);
        break;
      default:
        addOperatorOrFormula(activation, z);
    }
  }

  /** z/2 (1 + erf(z/√2)), as the operator Gelu came later than the others. */
  private void gelu(Operand z) {
    Operand erf = graph.apply("Erf", graph.apply("Div", z, Operand.number(StrictMath.sqrt(2))));
    Operand half = graph.apply("Mul", z, Operand.number(0.5));
    graph.apply("Mul", half, graph.apply("Add", erf, Operand.number(1)));
  }

  private void addOperatorOrFormula(String activation, Operand z) {
    String operator = OPERATORS.get(activation);
    if (operator == null) {
      formula(activation, z);
    } else {
      graph.apply(operator, z);
    }
  }

  private void formula(String formula, Operand z) {
    Operand result = new FormulaNodes(graph, formula, z).add();
    if (result.isSingle()) {
      graph.apply("Expand", result, graph.apply("Shape", z));
    }
  }
}
