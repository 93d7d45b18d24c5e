package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Moment;
import io.github.gradsmith.processor.onnx.value.Moment.Kind;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Rows made to mean 0 and variance 1: the operator, and what exporters decompose it into. */
final class NormNodes {
  private final Blocks blocks;
  private final LinearNodes linear;

  NormNodes(Blocks blocks, LinearNodes linear) {
    this.blocks = blocks;
    this.linear = linear;
  }

  /** The operator, over the last dimension. */
  Signal layerNorm(Node node, Signal signal, Value scale, Optional<Value> bias)
      throws OnnxException {
    requireLast(node, signal, node.integer("axis", -1));
    if (!(scale instanceof Constant weight)
        || bias.isPresent() && !(bias.get() instanceof Constant)) {
      throw node.unsupported("its scale or bias is computed; supported are constants");
    }
    Signal norm = norm(node, signal, node.number("epsilon", 1e-5));
    Constant shift = (Constant) bias.orElse(Constant.ofFloat(0));
    blocks.settled(norm).named(Names.ofWeights(node.input(1)));
    return linear.affine(node, norm, weight, shift);
  }

  private Signal norm(Node node, Signal signal, double epsilon) throws OnnxException {
    if (!(epsilon > 0)) {
      throw node.unsupported("epsilon = %s; supported are numbers above 0", epsilon);
    }
    Block source = blocks.shaped(node, signal);
    int n = source.shape().last();
    double[] parameters = new double[2 * n];
    Arrays.fill(parameters, 0, n, 1);
    Block block =
        blocks.layer(node, new LayerChoice.LayerNorm(epsilon), List.of(source), parameters);
    return blocks.signal(node, block, signal.shape());
  }

  private static void requireLast(Node node, Signal signal, long axis) throws OnnxException {
    int at = ArrangeNodes.at(node, signal.shape(), axis);
    if (at != signal.shape().rank() - 1 || Sample.of(node, signal).last() == 1) {
      throw node.unsupported(
          "axis = %d of a batch of shape %s; supported is the last one, with more than one number",
          axis, signal.shape());
    }
  }

  /** The mean over the last dimension, of a value or of the squares of its distances. */
  Value mean(Node node, Value value, List<Long> axes) throws OnnxException {
    boolean keeps = node.integer("keepdims", 1) != 0;
    Signal of = value instanceof Moment moment ? moment.of() : (Signal) value;
    boolean isSquare = value instanceof Moment moment && moment.kind() == Kind.SQUARE;
    if (!keeps || axes.size() != 1 || value instanceof Moment && !isSquare) {
      throw node.unsupported(
          "supported are means over the last dimension that is kept, as a part of layer"
              + " normalization");
    }
    requireLast(node, of, axes.get(0));
    return new Moment(isSquare ? Kind.VARIANCE : Kind.MEAN, of, 0);
  }

  /** What an operator with a step among its operands gives, if that is the next step. */
  Value next(Node node, Value... values) throws OnnxException {
    Optional<Value> next = values.length == 1 ? ofOne(node, values[0]) : ofTwo(node, values);
    return next.orElseThrow(
        () ->
            node.unsupported(
                "it takes a mean or a variance; supported is layer normalization over the last"
                    + " dimension, with its steps in order"));
  }

  private static Optional<Value> ofOne(Node node, Value value) {
    Moment moment = (Moment) value;
    return switch (node.operator()) {
      case "Sqrt" -> step(moment, Kind.VARIANCE, Kind.DEVIATION);
      case "Reciprocal" -> step(moment, Kind.DEVIATION, Kind.FACTOR);
      case "Cast", "Identity" -> Optional.of(moment);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> step(Moment moment, Kind from, Kind to) {
    return Optional.of(moment)
        .filter(found -> found.kind() == from)
        .map(found -> new Moment(to, found.of(), found.epsilon()));
  }

  private Optional<Value> ofTwo(Node node, Value... values) throws OnnxException {
    Value x = values[0];
    Value y = values[1];
    Optional<Double> number =
        y instanceof Constant c && c.isSingle() ? Optional.of(c.single()) : Optional.empty();
    return switch (node.operator()) {
      case "Sub" ->
          x instanceof Signal signal && y instanceof Moment mean && isOf(mean, Kind.MEAN, signal)
              ? Optional.of(new Moment(Kind.DISTANCE, signal, 0))
              : Optional.empty();
      case "Pow" ->
          x instanceof Moment base && number.equals(Optional.of(2.0))
              ? step(base, Kind.DISTANCE, Kind.SQUARE)
              : Optional.empty();
      case "Add" -> widened(x, y).or(() -> widened(y, x));
      case "Mul" ->
          x.equals(y)
              ? step((Moment) x, Kind.DISTANCE, Kind.SQUARE)
              : scaled(node, x, y, Kind.FACTOR);
      case "Div" -> scaled(node, x, y, Kind.DEVIATION);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> widened(Value variance, Value epsilon) {
    return variance instanceof Moment moment
            && moment.kind() == Kind.VARIANCE
            && moment.epsilon() == 0
            && epsilon instanceof Constant constant
            && constant.isSingle()
        ? Optional.of(new Moment(Kind.VARIANCE, moment.of(), constant.single()))
        : Optional.empty();
  }

  private Optional<Value> scaled(Node node, Value x, Value y, Kind by) throws OnnxException {
    Value distance = y instanceof Moment m && m.kind() == Kind.DISTANCE ? y : x;
    Value factor = distance == x ? y : x;
    if (distance instanceof Moment d
        && factor instanceof Moment f
        && d.kind() == Kind.DISTANCE
        && isOf(f, by, d.of())
        && (by == Kind.FACTOR || distance == x)) {
      return Optional.of(norm(node, d.of(), f.epsilon()));
    }
    return Optional.empty();
  }

  private static boolean isOf(Moment moment, Kind kind, Signal signal) {
    return moment.kind() == kind && moment.of().equals(signal);
  }
}
