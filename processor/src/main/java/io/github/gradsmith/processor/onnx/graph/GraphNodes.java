package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.onnx.operator.NodeValues;
import io.github.gradsmith.processor.onnx.operator.Operands;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Indices;
import io.github.gradsmith.processor.onnx.value.Label;
import io.github.gradsmith.processor.onnx.value.Moment;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.Tensors;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a node of a graph makes of its operands, where values may be joined and read many times. */
final class GraphNodes {
  private static final Set<String> JOINING = Set.of("Add", "Sub", "Mul", "Div", "Sum");
  private static final Set<String> KEEPING_LABELS =
      Set.of("Cast", "Identity", "Squeeze", "Unsqueeze", "Reshape", "Flatten");

  private final Operands operands;
  private final NodeValues plain;
  private final Blocks blocks;
  private final LinearNodes linear;
  private final ArrangeNodes arrange;
  private final NormNodes norms;

  GraphNodes(Operands operands, NodeValues plain, Blocks blocks) {
    this.operands = operands;
    this.plain = plain;
    this.blocks = blocks;
    this.linear = new LinearNodes(blocks);
    this.arrange = new ArrangeNodes(blocks);
    this.norms = new NormNodes(blocks, linear);
  }

  /** The values of all outputs that a node gives. */
  List<Value> of(Node node) throws OnnxException {
    if (node.operator().equals("Split") && operands.required(node, 0) instanceof Signal signal) {
      return split(node, signal);
    }
    return List.of(one(node));
  }

  private Value one(Node node) throws OnnxException {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < node.inputs(); i++) {
      operands.optional(node, i).ifPresent(values::add);
    }
    String operator = node.operator();
    if (values.stream().allMatch(Constant.class::isInstance)) {
      return plain.of(node);
    }
    if (values.stream().anyMatch(Label.class::isInstance)) {
      return label(node, values.get(0));
    }
    Optional<Value> whole = indices(node, values);
    if (whole.isPresent()) {
      return whole.get();
    }
    if (operator.equals("ReduceMean") && !(values.get(0) instanceof Constant)) {
      return norms.mean(node, values.get(0), operands.axes(node));
    }
    if (values.stream().anyMatch(Moment.class::isInstance)) {
      return norms.next(node, values.toArray(Value[]::new));
    }
    if (JOINING.contains(operator)) {
      return joined(node, values);
    }
    if (operator.equals("Pow")
        && values.get(0) instanceof Signal
        && values.get(1) instanceof Constant exponent
        && exponent.isSingle()
        && exponent.kind().isInteger()) {
      return plain.powerOfWhole(node, values.get(0), exponent);
    }
    return other(node, values);
  }

  /** What is made of whole numbers, which look rows up and do nothing else. */
  private Optional<Value> indices(Node node, List<Value> values) throws OnnxException {
    boolean casts = node.operator().equals("Cast");
    Value last = values.get(values.size() - 1);
    if (casts && last instanceof Signal signal && Tensors.isInteger(node.integer("to", 0))) {
      return Optional.of(new Indices(signal));
    }
    if (values.stream().noneMatch(Indices.class::isInstance)) {
      return Optional.empty();
    }
    if (node.operator().equals("Gather")
        && values.get(0) instanceof Constant table
        && last instanceof Indices chosen) {
      return Optional.of(arrange.embedding(node, table, chosen.of()));
    }
    if (casts || node.operator().equals("Identity")) {
      return Optional.of(last);
    }
    throw node.unsupported(
        "it takes whole numbers that come from the input; supported is to look up rows of a table by"
            + " them, by Gather");
  }

  private Value other(Node node, List<Value> values) throws OnnxException {
    Value first = values.get(0);
    return switch (node.operator()) {
      case "Gemm" ->
          linear.gemm(
              node,
              operands.required(node, 0),
              operands.required(node, 1),
              operands.optional(node, 2),
              (at, x, y) -> sum(at, List.of(x, y)));
      case "MatMul" -> linear.product(node, first, operands.required(node, 1));
      case "BatchNormalization" -> linear.batchNormalization(node, signal(node, first), rows(node));
      case "LayerNormalization" ->
          norms.layerNorm(
              node, signal(node, first), operands.required(node, 1), operands.optional(node, 2));
      case "Concat" -> arrange.concat(node, values.toArray(Value[]::new));
      case "Slice" -> first instanceof Signal signal ? sliced(node, signal) : plain.of(node);
      case "Gather" -> gathered(node, first, operands.required(node, 1));
      case "Transpose" -> arrange.transposed(node, signal(node, first), node.integers("perm"));
      case "Softmax" -> coupled(node, signal(node, first), Activation.SOFTMAX);
      case "LogSoftmax" -> coupled(node, signal(node, first), Activation.LOG_SOFTMAX);
      case "ArgMax" -> argMax(node, signal(node, first));
      default -> plain.of(node);
    };
  }

  private static Signal signal(Node node, Value value) throws OnnxException {
    if (value instanceof Signal signal) {
      return signal;
    }
    throw node.unsupported("its first operand does not come from the input as numbers");
  }

  private Constant[] rows(Node node) throws OnnxException {
    Constant[] rows = new Constant[4];
    for (int i = 0; i < rows.length; i++) {
      if (!(operands.required(node, i + 1) instanceof Constant row)) {
        throw node.unsupported("operand %d is computed; supported are constants", i + 2);
      }
      rows[i] = row;
    }
    return rows;
  }

  private Value gathered(Node node, Value data, Value indices) throws OnnxException {
    if (data instanceof Signal signal && indices instanceof Constant constant) {
      return arrange.pick(node, signal, constant);
    }
    if (data instanceof Constant table && indices instanceof Signal chosen) {
      return arrange.embedding(node, table, chosen);
    }
    throw node.unsupported("both its operands come from the input");
  }

  /** The place of the largest output, which only the end of a model may ask for. */
  private static Value argMax(Node node, Signal signal) throws OnnxException {
    boolean isSample = signal.shape().isSampleAlong(node.integer("axis", 0), signal.width());
    if (!isSample) {
      throw node.unsupported(
          "axis = %d of a batch of shape %s; supported is the one along the %d outputs",
          node.integer("axis", 0), signal.shape(), signal.width());
    }
    return new Label(signal, node.description());
  }

  private static Value label(Node node, Value value) throws OnnxException {
    if (value instanceof Label label && KEEPING_LABELS.contains(node.operator())) {
      return label;
    }
    throw node.unsupported(
        "it takes the place of the largest number, which has no derivative; ArgMax is supported at"
            + " the end of a model only");
  }

  private Signal coupled(Node node, Signal signal, Activation activation) throws OnnxException {
    boolean takesRest = node.opset() < 13;
    long axis = node.integer("axis", takesRest ? 1 : -1);
    Shape shape = signal.shape();
    int last = blocks.shaped(node, signal).shape().last();
    boolean fits =
        takesRest
            ? shape.isSampleFrom(axis, last)
            : ArrangeNodes.at(node, shape, axis) == shape.rank() - 1 && shape.last() == last
                || shape.isSampleAlong(axis, signal.width());
    if (!fits) {
      throw node.unsupported(
          "axis = %d of a batch of shape %s; supported is the last one, along %d numbers",
          axis, shape, last);
    }
    Block source = blocks.shaped(node, signal);
    Signal sums = blocks.again(source, shape);
    return sums.coupledBy(new ActivationChoice.Named(activation));
  }

  private Value joined(Node node, List<Value> values) throws OnnxException {
    boolean isSum = Set.of("Add", "Sum").contains(node.operator());
    if (values.stream().allMatch(Signal.class::isInstance)) {
      List<Signal> signals = values.stream().map(Signal.class::cast).toList();
      boolean isOne = signals.stream().map(Signal::layer).distinct().count() == 1;
      return isOne ? plain.elementwise(node) : combined(node, signals);
    }
    if (values.size() != 2) {
      return plain.elementwise(node);
    }
    boolean constantFirst = values.get(0) instanceof Constant;
    Constant constant = (Constant) values.get(constantFirst ? 0 : 1);
    Signal signal = signal(node, values.get(constantFirst ? 1 : 0));
    boolean isBias = isSum && constant.dims().length > 0 && blocks.lacksBiases(signal);
    if (constant.isSingle() && !isBias) {
      return plain.elementwise(node);
    }
    Constant one = Constant.ofFloat(1);
    Constant zero = Constant.ofFloat(0);
    if (isSum) {
      return linear.affine(node, signal, one, constant);
    }
    return switch (node.operator()) {
      case "Sub" ->
          constantFirst
              ? linear.affine(node, signal, Constant.ofFloat(-1), constant)
              : linear.affine(node, signal, one, constant.times(-1));
      case "Mul" -> linear.affine(node, signal, constant, zero);
      default ->
          linear.affine(
              node,
              constantFirst ? reciprocal(node, signal) : signal,
              constantFirst ? constant : constant.reciprocal(),
              zero);
    };
  }

  private Signal reciprocal(Node node, Signal signal) throws OnnxException {
    return (Signal) plain.function(node, FormulaParser.parse("1 / x"), signal);
  }

  private Signal combined(Node node, List<Signal> signals) throws OnnxException {
    Expr minus = FormulaParser.parse("-x");
    return switch (node.operator()) {
      case "Sub" ->
          sum(node, List.of(signals.get(0), (Signal) plain.function(node, minus, signals.get(1))));
      case "Mul" -> layer(node, new LayerChoice.Multiply(LayerChoice.IDENTITY), signals);
      case "Div" ->
          layer(
              node,
              new LayerChoice.Multiply(LayerChoice.IDENTITY),
              List.of(signals.get(0), reciprocal(node, signals.get(1))));
      default -> sum(node, signals);
    };
  }

  private Signal sum(Node node, List<Signal> signals) throws OnnxException {
    return layer(node, new LayerChoice.Add(LayerChoice.IDENTITY), signals);
  }

  private Signal layer(Node node, LayerChoice choice, List<Signal> signals) throws OnnxException {
    Shape shape = signals.get(0).shape();
    List<Block> sources = new ArrayList<>();
    for (Signal signal : signals) {
      if (!shape.withoutLeadingOnes().equals(signal.shape().withoutLeadingOnes())) {
        throw node.unsupported(
            "it joins values of the shapes %s and %s, so that each meets several; supported are"
                + " values of one shape",
            shape, signal.shape());
      }
      shape = shape.ofRank(signal.shape().rank());
      sources.add(blocks.shaped(node, signal));
    }
    return blocks.signal(node, blocks.layer(node, choice, sources), shape);
  }

  /** Bounds are attributes up to operator set 9, then operands. */
  private Signal sliced(Node node, Signal signal) throws OnnxException {
    long[] starts = numbers(node, 1, "starts");
    long[] ends = numbers(node, 2, "ends");
    long[] axes = numbers(node, 3, "axes");
    long[] steps = numbers(node, 4, "steps");
    if (starts.length != ends.length) {
      throw node.damaged("%d starts and %d ends", starts.length, ends.length);
    }
    if (Arrays.stream(steps).anyMatch(step -> step != 1)) {
      throw node.unsupported("steps other than 1");
    }
    Signal part = signal;
    for (int i = 0; i < starts.length; i++) {
      part = arrange.slice(node, part, axes.length == 0 ? i : axes[i], starts[i], ends[i]);
    }
    return part;
  }

  private long[] numbers(Node node, int operand, String attribute) throws OnnxException {
    Optional<Value> value = operands.optional(node, operand);
    if (value.isEmpty()) {
      return node.integers(attribute).stream().mapToLong(Long::longValue).toArray();
    }
    if (value.get() instanceof Constant constant) {
      return Arrays.stream(constant.values()).mapToLong(number -> (long) number).toArray();
    }
    throw node.unsupported("%s that are computed; supported are constants", attribute);
  }

  private List<Value> split(Node node, Signal signal) throws OnnxException {
    long axis = node.integer("axis", 0);
    int at = ArrangeNodes.at(node, signal.shape(), axis);
    long size = signal.shape().dims().get(at);
    int outputs = node.proto().outputs().size();
    long[] sizes = numbers(node, 1, "split");
    if (sizes.length == 0) {
      long each = (size + outputs - 1) / outputs;
      sizes = new long[outputs];
      for (int i = 0; i < outputs; i++) {
        sizes[i] = Math.max(0, Math.min(each, size - i * each));
      }
    }
    if (sizes.length != outputs || Arrays.stream(sizes).sum() != size) {
      throw node.damaged("sizes %s of %d", Arrays.toString(sizes), size);
    }
    List<Value> parts = new ArrayList<>();
    long begin = 0;
    for (long part : sizes) {
      parts.add(arrange.slice(node, signal, axis, begin, begin + part));
      begin += part;
    }
    return parts;
  }
}
