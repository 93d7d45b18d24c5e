package io.github.gradsmith.processor.onnx;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.model.ActivationChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a node makes of its operands. */
final class NodeValues {
  private final Names names;
  private final Linear linear;

  NodeValues(Names names, Linear linear) {
    this.names = names;
    this.linear = linear;
  }

  Value of(Node node) throws OnnxException {
    String operator = node.operator();
    if (operator.equals("Add") || operator.equals("Sub")) {
      return sum(node);
    }
    if (operator.equals("Log") && operand(node, 0) instanceof Signal signal) {
      return logarithm(node, signal);
    }
    if (Operators.isUnary(operator)) {
      return Elementwise.unary(node, operand(node, 0));
    }
    if (Operators.isBinary(operator)) {
      return Elementwise.binary(node, operands(node));
    }
    if (Operators.isComparison(operator)) {
      return new Condition(operand(node, 0), Operators.comparison(operator), operand(node, 1));
    }
    return other(node);
  }

  private Value other(Node node) throws OnnxException {
    return switch (node.operator()) {
      case "Gemm" ->
          linear.gemm(node, operand(node, 0), operand(node, 1), optional(node, 2).orElse(null));
      case "MatMul" -> linear.product(node, operand(node, 0), operand(node, 1));
      case "Constant" -> ConstantNode.value(node);
      case "Shape" -> ComputedShape.of(node, operand(node, 0));
      case "Gather" -> ComputedShape.gathered(node, operand(node, 0), operand(node, 1));
      case "Concat" -> ComputedShape.joined(node, operands(node));
      case "Clip" -> clipped(node);
      case "Where" -> choice(node);
      case "Softmax" -> coupled(node, Activation.SOFTMAX);
      case "LogSoftmax" -> coupled(node, Activation.LOG_SOFTMAX);
      case "Dropout" -> dropout(node);
      case "Identity" -> operand(node, 0);
      case "Cast" -> cast(node);
      case "Transpose" -> transposed(node);
      case "Flatten", "Reshape", "Squeeze", "Unsqueeze" -> shaped(node);
      default ->
          throw node.unsupported(
              "this operator is not supported; supported are %s", Operators.all());
    };
  }

  private Value operand(Node node, int i) throws OnnxException {
    return optional(node, i).orElseThrow(() -> node.damaged("operand %d is missing", i + 1));
  }

  private Optional<Value> optional(Node node, int i) throws OnnxException {
    if (!node.hasInput(i)) {
      return Optional.empty();
    }
    Value value = names.get(node.input(i));
    if (value == null) {
      throw node.damaged("it takes \"%s\", which nothing before it gives", node.input(i));
    }
    return Optional.of(value);
  }

  private Value[] operands(Node node) throws OnnxException {
    List<Value> operands = new ArrayList<>();
    for (int i = 0; i < node.inputs(); i++) {
      operands.add(operand(node, i));
    }
    return operands.toArray(Value[]::new);
  }

  /** The last layer's biases, or a sum in an activation. */
  private Value sum(Node node) throws OnnxException {
    Value x = operand(node, 0);
    Value y = operand(node, 1);
    boolean adds = node.operator().equals("Add");
    if (x instanceof Signal signal && y instanceof Constant row && linear.isBias(signal, row)) {
      return linear.addBias(signal, row, adds ? 1 : -1);
    }
    if (adds
        && y instanceof Signal signal
        && x instanceof Constant row
        && linear.isBias(signal, row)) {
      return linear.addBias(signal, row, 1);
    }
    return Elementwise.binary(node, operands(node));
  }

  private static Value logarithm(Node node, Signal signal) throws OnnxException {
    ActivationChoice.Named softmax = new ActivationChoice.Named(Activation.SOFTMAX);
    return signal.coupled().equals(Optional.of(softmax))
        ? signal.coupledBy(new ActivationChoice.Named(Activation.LOG_SOFTMAX))
        : Elementwise.unary(node, signal);
  }

  /** Bounds are attributes up to operator set 10, then operands. */
  private Value clipped(Node node) throws OnnxException {
    if (node.opset() < 11) {
      return Elementwise.clipped(
          node,
          operand(node, 0),
          Optional.of(Constant.ofFloat(node.number("min", -Float.MAX_VALUE))),
          Optional.of(Constant.ofFloat(node.number("max", Float.MAX_VALUE))));
    }
    return Elementwise.clipped(node, operand(node, 0), optional(node, 1), optional(node, 2));
  }

  private Value choice(Node node) throws OnnxException {
    if (!(operand(node, 0) instanceof Condition condition)) {
      throw node.unsupported("its condition is no comparison of single numbers");
    }
    return Elementwise.choice(node, condition, operand(node, 1), operand(node, 2));
  }

  private Value coupled(Node node, Activation activation) throws OnnxException {
    if (!(operand(node, 0) instanceof Signal signal) || signal.layer() == 0 || !signal.isPlain()) {
      throw node.unsupported(
          "it takes something else than a layer's weighted sums, which alone are supported");
    }
    // Before operator set 13 it took all dimensions from this one on.
    long axis = node.integer("axis", node.opset() < 13 ? 1 : -1);
    if (!signal.shape().isLast(axis)) {
      throw node.unsupported(
          "axis = %d of a tensor of shape %s; supported is the last one", axis, signal.shape());
    }
    return signal.coupledBy(new ActivationChoice.Named(activation));
  }

  /** Does nothing but in training, which a model from operator set 12 on could ask for. */
  private Value dropout(Node node) throws OnnxException {
    Optional<Value> training = optional(node, 2);
    boolean off =
        training.isEmpty()
            || training.get() instanceof Constant mode && mode.isSingle() && mode.single() == 0;
    if (!off) {
      throw node.unsupported("it is in training mode; export the model in evaluation mode");
    }
    return operand(node, 0);
  }

  private Value cast(Node node) throws OnnxException {
    if (operand(node, 0) instanceof Signal && !Tensors.isFloating(node.integer("to", 0))) {
      throw node.unsupported("a cast to something else than floating-point numbers");
    }
    return operand(node, 0);
  }

  private Value transposed(Node node) throws OnnxException {
    List<Long> order = node.integers("perm");
    if (!(operand(node, 0) instanceof Constant matrix)
        || !matrix.isMatrix()
        || !order.isEmpty() && !order.equals(List.of(1L, 0L))) {
      throw node.unsupported("supported is the transposition of constant matrices");
    }
    return matrix.transposed();
  }

  private Value shaped(Node node) throws OnnxException {
    Value value = operand(node, 0);
    if (value instanceof Constant constant) {
      Shape shape = shape(node, Shape.of(constant.dims()));
      return constant.shaped(shape);
    }
    if (!(value instanceof Signal signal)) {
      throw node.unsupported("it takes a comparison");
    }
    Shape shape = shape(node, signal.shape());
    if (signal.layer() > 0 && !keepsRows(shape, linear.width(signal))) {
      throw node.unsupported(
          "a batch of shape %s becomes %s, which mixes neurons; supported is [batch, %d]",
          signal.shape(), shape, linear.width(signal));
    }
    return signal.shaped(shape);
  }

  /** A single neuron may lose its dimension. */
  private static boolean keepsRows(Shape shape, int width) {
    return shape.isRow(width) || width == 1 && shape.rank() <= 1;
  }

  private Shape shape(Node node, Shape shape) throws OnnxException {
    return switch (node.operator()) {
      case "Flatten" -> shape.flattened(node);
      case "Squeeze" -> shape.squeezed(node, axes(node));
      case "Unsqueeze" -> shape.unsqueezed(node, axes(node));
      default -> {
        if (!(operand(node, 1) instanceof Constant target)) {
          throw node.unsupported("a shape that is computed; supported are constant ones");
        }
        yield shape.reshaped(node, target);
      }
    };
  }

  /** An attribute up to operator set 12, then an operand. */
  private List<Long> axes(Node node) throws OnnxException {
    Optional<Value> operand = optional(node, 1);
    if (operand.isEmpty()) {
      return node.integers("axes");
    }
    if (operand.get() instanceof Constant axes) {
      return Arrays.stream(axes.values()).mapToObj(axis -> (long) axis).toList();
    }
    throw node.unsupported("axes that are computed; supported are constant ones");
  }
}
