package io.github.gradsmith.internal.onnx;

import java.util.Map;
import java.util.Optional;

/** Adds the operators that stand for a formula's functions of one argument. */
final class FunctionNodes {
  private static final Operand ONE = Operand.number(1);

  /** Those that are one operator. */
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("exp", "Exp"),
          Map.entry("log", "Log"),
          Map.entry("sqrt", "Sqrt"),
          Map.entry("sin", "Sin"),
          Map.entry("cos", "Cos"),
          Map.entry("atan", "Atan"),
          Map.entry("sinh", "Sinh"),
          Map.entry("cosh", "Cosh"),
          Map.entry("tanh", "Tanh"),
          Map.entry("sigmoid", "Sigmoid"),
          Map.entry("erf", "Erf"),
          Map.entry("abs", "Abs"),
          Map.entry("sign", "Sign"));

  private final Graph graph;

  FunctionNodes(Graph graph) {
    this.graph = graph;
  }

  /** The function's value; nothing if there is no such function. */
  Optional<Operand> add(String function, Operand x) {
    switch (function) {
      case "expm1":
        return Optional.of(graph.apply("Sub", graph.apply("Exp", x), ONE));
      case "log1p":
        return Optional.of(graph.apply("Log", graph.apply("Add", x, ONE)));
      case "softplus":
        return Optional.of(softplus(x));
      default:
        return Optional.ofNullable(OPERATORS.get(function)).map(name -> graph.apply(name, x));
    }
  }

  /** Runtimes know Softplus of floats; of doubles max(x, 0) + log(1 + exp(−|x|)), always finite. */
  private Operand softplus(Operand x) {
    if (graph.type() == ElementType.FLOAT) {
      return graph.apply("Softplus", x);
    }
    Operand magnitude = graph.apply("Abs", x);
    Operand exp = graph.apply("Exp", graph.apply("Neg", magnitude));
    Operand rest = graph.apply("Log", graph.apply("Add", exp, ONE));
    return graph.apply("Add", graph.apply("Max", x, Operand.number(0)), rest);
  }
}
