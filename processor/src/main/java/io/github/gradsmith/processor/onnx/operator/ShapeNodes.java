package io.github.gradsmith.processor.onnx.operator;

import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Condition;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.Tensors;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.List;

/** Nodes that leave numbers as they are and give them another shape. */
final class ShapeNodes {
  private final Operands operands;

  ShapeNodes(Operands operands) {
    this.operands = operands;
  }

  /** Flatten, Reshape, Squeeze and Unsqueeze. Where a shape is of account, its taker judges it. */
  Value shaped(Node node) throws OnnxException {
    Value value = operands.required(node, 0);
    if (value instanceof Constant constant) {
      return constant.shaped(shape(node, Shape.of(constant.dims())));
    }
    if (value instanceof Signal signal) {
      return signal.shaped(shape(node, signal.shape()));
    }
    throw node.unsupported("it takes a comparison, which is supported in a Where only");
  }

  private Shape shape(Node node, Shape shape) throws OnnxException {
    return switch (node.operator()) {
      case "Flatten" -> shape.flattened(node);
      case "Squeeze" -> shape.squeezed(node, operands.axes(node));
      case "Unsqueeze" -> shape.unsqueezed(node, operands.axes(node));
      default -> shape.reshaped(node, target(node));
    };
  }

  private Constant target(Node node) throws OnnxException {
    if (operands.required(node, 1) instanceof Constant target && target.isRow()) {
      return target;
    }
    throw node.unsupported("a shape that is computed; supported are constant ones");
  }

  Value transposed(Node node) throws OnnxException {
    List<Long> order = node.integers("perm");
    Value value = operands.required(node, 0);
    if (value instanceof Signal signal) {
      return signal.shaped(signal.shape().transposed(node, order, signal.width()));
    }
    if (value instanceof Constant row && row.isRow()) {
      return row;
    }
    if (!(value instanceof Constant matrix)
        || !matrix.isMatrix()
        || !order.isEmpty() && !order.equals(List.of(1L, 0L))) {
      throw node.unsupported("supported is the transposition of constant matrices");
    }
    return matrix.transposed();
  }

  /** To another type of number. */
  Value cast(Node node) throws OnnxException {
    Value value = operands.required(node, 0);
    long type = node.integer("to", 0);
    if (value instanceof Condition) {
      throw node.unsupported(
          "it makes numbers of a comparison, a step that no gradient passes; a comparison is"
              + " supported in the condition of Where only");
    }
    if (!(value instanceof Constant constant)) {
      if (!Tensors.isFloating(type)) {
        throw node.unsupported("a cast to something else than floating-point numbers");
      }
      return value;
    }
    if (!Tensors.isFloating(type)) {
      return constant.truncated();
    }
    if (constant.kind() == Constant.Kind.SIZE) {
      throw node.unsupported("a size of the input becomes a floating-point number");
    }
    return new Constant(constant.dims(), constant.values(), Tensors.floatingKind(type));
  }
}
