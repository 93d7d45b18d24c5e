package io.github.gradsmith.processor.onnx.operator;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.Numbers;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.proto.Operators;
import io.github.gradsmith.processor.onnx.value.Condition;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.Value;
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

  /** The value with the other sign. */
  static Value negative(Node node, Value x) throws OnnxException {
    return function(node, FormulaParser.parse("-x"), x);
  }

  /** A formula in {@code x} of one value. */
  static Value function(Node node, Expr formula, Value x) throws OnnxException {
    return combined(node, formula, Map.of("x", x), false);
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
      result = pair(node, formula, result, values[i]);
    }
    return result;
  }

  private static Value pair(Node node, Expr formula, Value x, Value y) throws OnnxException {
    if (x instanceof Constant a
        && y instanceof Constant b
        && a.kind().isInteger()
        && b.kind().isInteger()) {
      return Folding.ofIntegers(node, a, b);
    }
    int sign = node.operator().equals("Max") ? -1 : node.operator().equals("Min") ? 1 : 0;
    if (sign != 0 && x instanceof Signal && isBeyond(y, sign)) {
      return x;
    }
    return sign != 0 && y instanceof Signal && isBeyond(x, sign)
        ? y
        : combined(node, formula, Map.of("x", x, "y", y), false);
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

  /** Whether no number of its type goes past a bound, which is then none. */
  private static boolean isBeyond(Value bound, int sign) {
    return bound instanceof Constant constant
        && constant.isSingle()
        && sign * constant.at(0) >= (constant.inFloat() ? Float.MAX_VALUE : Double.MAX_VALUE);
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
    Map<String, Constant> constants = new HashMap<>();
    Signal last = null;
    for (Map.Entry<String, Value> operand : operands.entrySet()) {
      if (operand.getValue() instanceof Signal signal) {
        last = joined(node, last, signal);
        parts.put(operand.getKey(), signal.formula());
        sizes.put(operand.getKey(), signal.size());
      } else if (operand.getValue() instanceof Constant constant) {
        constants.put(operand.getKey(), constant);
      } else {
        throw node.unsupported("a comparison is supported in the condition of Where only");
      }
    }
    if (last == null) {
      return Folding.of(node, formula, constants);
    }
    // Before operands are put in: what names one several times grows fast.
    int size = leaves(formula, sizes);
    if (size > MOST_LEAVES) {
      throw node.unsupported(
          "the activation grows too long; supported are formulas of up to %d numbers and names",
          MOST_LEAVES);
    }
    boolean inFloat = attributesInFloat || last.inFloat();
    Shape shape = last.shape();
    for (Map.Entry<String, Constant> constant : constants.entrySet()) {
      parts.put(constant.getKey(), Numbers.expr(single(node, constant.getValue()), node));
      inFloat |= constant.getValue().inFloat();
      shape = shape.ofRank(constant.getValue().dims().length);
    }
    return last.computed(formula.substitute(parts), size, inFloat).shaped(shape);
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
      throw node.noChain(
          "it joins a layer's sums with and without biases; supported are activations of one");
    }
    if (before != null && before.layer() != signal.layer()) {
      throw node.noChain(
          "it joins values of two layers, which is supported of Add, Sum, Sub, Mul, Div and Concat");
    }
    if (signal.scaling().isPresent()) {
      throw node.noChain(
          "the input is changed before the first layer by more than factors and terms of its own;"
              + " make that change where the input comes from");
    }
    return before == null ? signal : common(node, before, signal);
  }

  /** Two functions of the same sums, each neuron's beside its own. */
  private static Signal common(Node node, Signal before, Signal signal) throws OnnxException {
    if (!before.shape().withoutLeadingOnes().equals(signal.shape().withoutLeadingOnes())) {
      throw node.unsupported(
          "it joins values of the shapes %s and %s, so that each meets several; supported are"
              + " values of one shape",
          before.shape(), signal.shape());
    }
    Shape shape = signal.shape().ofRank(before.shape().rank());
    return signal
        .computed(signal.formula(), signal.size(), before.inFloat() || signal.inFloat())
        .shaped(shape);
  }

  private static double single(Node node, Constant constant) throws OnnxException {
    if (constant.kind().isInteger()) {
      throw node.unsupported("it joins numbers with integers, such as the sizes of a shape");
    }
    if (!constant.isSingle()) {
      throw node.noChain(
          "an operand of shape %s; in an activation only single numbers are supported",
          constant.shape());
    }
    return constant.single();
  }
}
