package io.github.gradsmith.processor.onnx.operator;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.proto.Operators;
import io.github.gradsmith.processor.onnx.value.Condition;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.InputScaling;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.TensorNames;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a node makes of its operands. */
public final class NodeValues {
  private static final Set<String> ARITHMETIC = Set.of("Add", "Sub", "Mul", "Div");

  private final Operands operands;
  private final ShapeNodes shapes;
  private final Linear linear;

  public NodeValues(TensorNames names, Linear linear) {
    this.operands = new Operands(names);
    this.shapes = new ShapeNodes(operands);
    this.linear = linear;
  }

  /** Whether a node depends on constants alone. */
  public boolean areConstant(Node node) throws OnnxException {
    return operands.areConstant(node);
  }

  /** How many numbers of a sample a node's weights take; 0 if it has none that are known yet. */
  public int inputs(Node node) throws OnnxException {
    boolean isGemm = node.operator().equals("Gemm");
    if (!isGemm && !node.operator().equals("MatMul")) {
      return 0;
    }
    for (int i = 1; i >= 0; i--) {
      if (operands.known(node, i) instanceof Constant weights) {
        int[] dims = weights.dims();
        boolean inLast = dims.length < 2 || i == 0 || node.integer("transB", 0) != 0;
        return dims.length == 0 ? 0 : dims[dims.length - (inLast ? 1 : 2)];
      }
    }
    return 0;
  }

  public Value of(Node node) throws OnnxException {
    String operator = node.operator();
    if (ARITHMETIC.contains(operator)) {
      return arithmetic(node);
    }
    if (operator.equals("Log") && operands.required(node, 0) instanceof Signal signal) {
      return logarithm(node, signal);
    }
    if (Operators.isUnary(operator)) {
      return Elementwise.unary(node, operands.required(node, 0));
    }
    if (Operators.isBinary(operator)) {
      return Elementwise.binary(node, operands.all(node));
    }
    if (Operators.isComparison(operator)) {
      return new Condition(
          operands.required(node, 0), Operators.comparison(operator), operands.required(node, 1));
    }
    return other(node);
  }

  /** A function of values that belong to one layer, whatever constants are beside them. */
  public Value elementwise(Node node) throws OnnxException {
    return Elementwise.binary(node, operands.all(node));
  }

  /** A formula in {@code x} of a value. */
  public Value function(Node node, Expr formula, Value x) throws OnnxException {
    return Elementwise.function(node, formula, x);
  }

  /** A value to the power of an integer. */
  public Value powerOfWhole(Node node, Value x, Constant exponent) throws OnnxException {
    return Elementwise.binary(node, x, exponent.asFloat());
  }

  private Value other(Node node) throws OnnxException {
    Value first = node.operator().equals("Constant") ? null : operands.required(node, 0);
    return switch (node.operator()) {
      case "Gemm" ->
          linear.gemm(
              node, first, operands.required(node, 1), operands.optional(node, 2).orElse(null));
      case "MatMul" -> linear.product(node, first, operands.required(node, 1));
      case "Constant" -> ConstantNode.value(node);
      case "Shape" -> ComputedShape.of(node, first);
      case "Gather" -> ComputedShape.gathered(node, first, operands.required(node, 1));
      case "Concat" -> ComputedShape.joined(node, operands.all(node));
      case "Slice" -> ComputedShape.sliced(node, first, bounds(node));
      case "ReduceProd" -> ComputedShape.product(node, first);
      case "Clip" -> clipped(node);
      case "Where" -> choice(node);
      case "Softmax" -> coupled(node, Activation.SOFTMAX);
      case "LogSoftmax" -> coupled(node, Activation.LOG_SOFTMAX);
      case "Dropout" -> dropout(node);
      case "Identity" -> first;
      case "Cast" -> shapes.cast(node);
      case "Transpose" -> shapes.transposed(node);
      case "Flatten", "Reshape", "Squeeze", "Unsqueeze" -> shapes.shaped(node);
      default ->
          throw node.noChain("this operator is not supported; supported are %s", Operators.all());
    };
  }

  private List<Optional<Value>> bounds(Node node) throws OnnxException {
    return List.of(
        operands.optional(node, 1),
        operands.optional(node, 2),
        operands.optional(node, 3),
        operands.optional(node, 4));
  }

  /** The last layer's biases, what is done to the input alone, or a part of an activation. */
  private Value arithmetic(Node node) throws OnnxException {
    if (node.inputs() == 2) {
      Value x = operands.required(node, 0);
      Value y = operands.required(node, 1);
      if (x instanceof Signal signal && y instanceof Constant constant) {
        return withConstant(node, signal, constant, true);
      }
      if (x instanceof Constant constant && y instanceof Signal signal) {
        return withConstant(node, signal, constant, false);
      }
    }
    return Elementwise.binary(node, operands.all(node));
  }

  private Value withConstant(Node node, Signal signal, Constant constant, boolean signalFirst)
      throws OnnxException {
    boolean subtracts = node.operator().equals("Sub");
    if ((subtracts || node.operator().equals("Add")) && linear.isBias(signal, constant)) {
      Signal sums = linear.addBias(signal, constant, subtracts ? -1 : 1);
      return subtracts && !signalFirst ? Elementwise.negative(node, sums) : sums;
    }
    boolean divides = node.operator().equals("Div") && !signalFirst;
    boolean isRow = constant.isSingle() || constant.isRowOf(signal);
    boolean isInput = signal.layer() == 0 && signal.isPlain() && !constant.kind().isInteger();
    if (isInput && !divides && isRow) {
      InputScaling before = signal.scaling().orElse(InputScaling.NONE);
      return signal
          .shaped(signal.shape().ofRank(constant.dims().length))
          .scaled(before.after(node, constant.values(), signalFirst));
    }
    if (isInput && !constant.isSingle()) {
      throw node.unsupported(
          "the input of shape %s meets an operand of shape %s; supported before the first layer is"
              + " to add, subtract, multiply or divide by one number, or by one for each of a"
              + " sample's %d",
          signal.shape(), constant.shape(), signal.width());
    }
    return Elementwise.binary(node, operands.all(node));
  }

  private static Value logarithm(Node node, Signal signal) throws OnnxException {
    ActivationChoice.Named softmax = new ActivationChoice.Named(Activation.SOFTMAX);
    return signal.coupled().equals(Optional.of(softmax))
        ? signal.coupledBy(new ActivationChoice.Named(Activation.LOG_SOFTMAX))
        : Elementwise.unary(node, signal);
  }

  /** Bounds are attributes up to operator set 10, then operands. */
  private Value clipped(Node node) throws OnnxException {
    Value value = operands.required(node, 0);
    if (node.opset() < 11) {
      return Elementwise.clipped(
          node,
          value,
          Optional.of(Constant.ofFloat(node.number("min", -Float.MAX_VALUE))),
          Optional.of(Constant.ofFloat(node.number("max", Float.MAX_VALUE))));
    }
    return Elementwise.clipped(node, value, operands.optional(node, 1), operands.optional(node, 2));
  }

  private Value choice(Node node) throws OnnxException {
    if (!(operands.required(node, 0) instanceof Condition condition)) {
      throw node.unsupported("its condition is no comparison of single numbers");
    }
    return Elementwise.choice(
        node, condition, operands.required(node, 1), operands.required(node, 2));
  }

  private Value coupled(Node node, Activation activation) throws OnnxException {
    if (!(operands.required(node, 0) instanceof Signal signal)
        || signal.layer() == 0
        || !signal.isPlain()) {
      throw node.noChain(
          "it takes something else than a layer's weighted sums, which alone are supported");
    }
    // Before operator set 13 it took all dimensions from this one on.
    boolean takesRest = node.opset() < 13;
    long axis = node.integer("axis", takesRest ? 1 : -1);
    Shape shape = signal.shape();
    boolean isSample =
        takesRest
            ? shape.isSampleFrom(axis, signal.width())
            : shape.isSampleAlong(axis, signal.width());
    if (!isSample) {
      throw node.unsupported(
          "axis = %d of a tensor of shape %s; supported is the one along the %d neurons",
          axis, shape, signal.width());
    }
    return signal.coupledBy(new ActivationChoice.Named(activation));
  }

  /** Does nothing but in training, which a model from operator set 12 on could ask for. */
  private Value dropout(Node node) throws OnnxException {
    Optional<Value> training = operands.optional(node, 2);
    boolean off =
        training.isEmpty()
            || training.get() instanceof Constant mode && mode.isSingle() && mode.single() == 0;
    if (!off) {
      throw node.unsupported("it is in training mode; export the model in evaluation mode");
    }
    return operands.required(node, 0);
  }
}
