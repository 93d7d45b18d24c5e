package io.github.gradsmith.processor.onnx;

import io.github.gradsmith.processor.formula.Evaluator;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.FormulaParser;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts operands into an operator's formula. */
final class Elementwise {
  /** As many numbers and names as the processor takes in a formula. */
  private static final int MOST_LEAVES = 200;

  private Elementwise() {}

  /** A function of one value. */
  static Value unary(Node node, Value x) throws OnnxException {
    boolean inFloat = Operators.hasAttributes(node.operator());
    return combined(node, Operators.unary(node), Map.of("x", x), inFloat);
  }

  /** A function of two values; of Max and Min any number of them. */
  static Value binary(Node node, Value... values) throws OnnxException {
    Expr formula = Operators.binary(node.operator());
    boolean fits = Operators.takesMany(node.operator()) ? values.length > 0 : values.length == 2;
    if (!fits) {
      throw node.damaged("it has %d operands", values.length);
    }
    Value result = values[0];
    for (int i = 1; i < values.length; i++) {
      result = combined(node, formula, Map.of("x", result, "y", values[i]), false);
    }
    return result;
  }

  /** The first value kept between bounds, where they are there. */
  static Value clipped(Node node, Value x, Optional<Value> low, Optional<Value> high)
      throws OnnxException {
    Value result = x;
    if (low.isPresent() && !isBeyond(low.get(), -1)) {
      Expr max = FormulaParser.parse("max(x, y)");
      result = combined(node, max, Map.of("x", result, "y", low.get()), false);
    }
    if (high.isPresent() && !isBeyond(high.get(), 1)) {
      Expr min = FormulaParser.parse("min(x, y)");
      result = combined(node, min, Map.of("x", result, "y", high.get()), false);
    }
    return result;
  }

  /** Whether no float goes past a bound, which is then none. */
  private static boolean isBeyond(Value bound, int sign) {
    return bound instanceof Constant constant
        && constant.isSingle()
        && sign * constant.single() >= Float.MAX_VALUE;
  }

  /** One of two values. */
  static Value choice(Node node, Condition condition, Value then, Value otherwise)
      throws OnnxException {
    return combined(
        node,
        Operators.choice(condition.operator()),
        Map.of("l", condition.left(), "r", condition.right(), "x", then, "y", otherwise),
        false);
  }

  private static Value combined(
      Node node, Expr formula, Map<String, Value> operands, boolean attributesInFloat)
      throws OnnxException {
    Map<String, Expr> parts = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    Signal last = null;
    boolean inFloat = attributesInFloat;
    for (Map.Entry<String, Value> operand : operands.entrySet()) {
      if (operand.getValue() instanceof Signal signal) {
        last = joined(node, last, signal);
        parts.put(operand.getKey(), signal.formula());
        sizes.put(operand.getKey(), signal.size());
        inFloat |= signal.inFloat();
      } else {
        Constant constant = single(node, operand.getValue());
        parts.put(operand.getKey(), Numbers.expr(constant.single(), node));
        inFloat |= constant.inFloat();
      }
    }
    // Before operands are put in: what names one several times grows fast.
    int size = leaves(formula, sizes);
    if (size > MOST_LEAVES) {
      throw node.unsupported(
          "the activation grows too long; supported are formulas of up to %d numbers and names",
          MOST_LEAVES);
    }
    Expr value = formula.substitute(parts);
    if (last == null) {
      double number = Evaluator.evaluate(value, Map.of());
      return new Constant(new int[0], new double[] {number}, inFloat);
    }
    return new Signal(
        last.layer(), last.biasRows(), last.shape(), value, size, inFloat, Optional.empty());
  }

  private static int leaves(Expr formula, Map<String, Integer> sizes) {
    if (formula.children().isEmpty()) {
      return formula instanceof Expr.Variable variable ? sizes.getOrDefault(variable.name(), 1) : 1;
    }
    return formula.children().stream().mapToInt(child -> leaves(child, sizes)).sum();
  }

  private static Signal joined(Node node, Signal before, Signal signal) throws OnnxException {
    if (signal.coupled().isPresent()) {
      throw node.unsupported("%s can be the last operator only", signal.coupled().get().text());
    }
    if (before != null
        && before.layer() == signal.layer()
        && before.biasRows() != signal.biasRows()) {
      throw node.unsupported(
          "it joins a layer's sums with and without biases; supported are activations of one");
    }
    if (before != null && before.layer() != signal.layer()) {
      throw node.unsupported(
          "it joins values of two layers; connections that skip a layer are not supported");
    }
    return signal;
  }

  private static Constant single(Node node, Value value) throws OnnxException {
    if (value instanceof Constant constant && constant.isSingle()) {
      return constant;
    }
    if (value instanceof Constant constant) {
      throw node.unsupported(
          "an operand of shape %s; in an activation only single numbers are supported",
          constant.shape());
    }
    throw node.unsupported("a comparison is supported in the condition of Where only");
  }
}
