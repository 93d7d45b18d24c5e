package io.github.gradsmith.internal.onnx;

/**
 * Reads a formula in {@code z}, as {@code Network.formula()} describes it, and adds an operator for
 * each of its steps, in the order of computation.
 */
final class FormulaNodes {
  private final Graph graph;
  private final FunctionNodes functions;
  private final FormulaText text;
  private final Operand z;

  FormulaNodes(Graph graph, String formula, Operand z) {
    this.graph = graph;
    this.functions = new FunctionNodes(graph);
    this.text = new FormulaText(formula);
    this.z = z;
  }

  /**
   * The formula's value.
   *
   * @throws IllegalArgumentException if it is no formula; it says where
   */
  Operand add() {
    Operand result = sum();
    if (text.peek() != 0) {
      throw text.unexpected("the end");
    }
    return result;
  }

  private Operand sum() {
    Operand result = product();
    while (true) {
      if (text.accept('+')) {
        result = binary("Add", result, product());
      } else if (text.accept('-')) {
        result = binary("Sub", result, product());
      } else {
        return result;
      }
    }
  }

  private Operand product() {
    Operand result = unary();
    while (true) {
      if (text.accept('*')) {
        result = binary("Mul", result, unary());
      } else if (text.accept('/')) {
        result = binary("Div", result, unary());
      } else {
        return result;
      }
    }
  }

  private Operand unary() {
    return text.accept('-') ? negated(unary()) : power();
  }

  private Operand power() {
    Operand base = primary();
    return text.accept('^') ? graph.apply("Pow", base, unary()) : base;
  }

  private Operand primary() {
    if (text.accept('(')) {
      Operand inner = sum();
      text.expect(')');
      return inner;
    }
    if (text.startsNumber()) {
      return Operand.number(text.number());
    }
    if (!Character.isLetter(text.peek())) {
      throw text.unexpected("a number, z, pi, a function or (");
    }
    String name = text.name();
    return text.accept('(') ? call(name) : named(name);
  }

  private Operand named(String name) {
    if (name.equals("z")) {
      return z;
    }
    if (name.equals("pi")) {
      return Operand.number(Math.PI);
    }
    throw text.unexpected("z, pi or a function instead of " + name);
  }

  private Operand call(String name) {
    switch (name) {
      case "max":
        return extremum("Max");
      case "min":
        return extremum("Min");
      case "where":
        return choice();
      default:
        Operand argument = argument(')');
        return functions
            .add(name, argument)
            .orElseThrow(() -> text.unexpected("a function instead of " + name));
    }
  }

  private Operand extremum(String operator) {
    Operand left = argument(',');
    return graph.apply(operator, left, argument(')'));
  }

  /** where(left > right, then, otherwise), from after the parenthesis. */
  private Operand choice() {
    Operand left = sum();
    String comparison = comparison();
    Operand condition = graph.apply(comparison, left, argument(','));
    Operand then = argument(',');
    return graph.apply("Where", condition, then, argument(')'));
  }

  private String comparison() {
    if (text.accept('>')) {
      return text.accept('=') ? "GreaterOrEqual" : "Greater";
    }
    if (text.accept('<')) {
      return text.accept('=') ? "LessOrEqual" : "Less";
    }
    throw text.unexpected("> >= < or <=");
  }

  private Operand argument(char end) {
    Operand argument = sum();
    text.expect(end);
    return argument;
  }

  private Operand negated(Operand x) {
    return x.isNumber() ? Operand.number(-x.number()) : graph.apply("Neg", x);
  }

  /** Fractions and the like are numbers at once, as they are in the generated class. */
  private Operand binary(String operator, Operand left, Operand right) {
    if (!left.isNumber() || !right.isNumber()) {
      return graph.apply(operator, left, right);
    }
    double x = left.number();
    double y = right.number();
    switch (operator) {
      case "Add":
        return Operand.number(x + y);
      case "Sub":
        return Operand.number(x - y);
      case "Mul":
        return Operand.number(x * y);
      default:
        return Operand.number(x / y);
    }
  }
}
