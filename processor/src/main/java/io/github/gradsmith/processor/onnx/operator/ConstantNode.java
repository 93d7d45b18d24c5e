package io.github.gradsmith.processor.onnx.operator;

import io.github.gradsmith.processor.onnx.message.AttributeProto;
import io.github.gradsmith.processor.onnx.message.AttributeType;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.Tensors;
import java.util.Optional;
import java.util.stream.IntStream;

/** A node that gives a tensor of its own. */
final class ConstantNode {
  private ConstantNode() {}

  static Constant value(Node node) throws OnnxException {
    Optional<AttributeProto> tensor = node.attribute("value", AttributeType.TENSOR);
    if (tensor.isPresent()) {
      return Tensors.read(
          tensor.get().tensor().orElseThrow(() -> node.damaged("its attribute value is empty")));
    }
    if (node.has("value_float")) {
      return Constant.ofFloat(node.number("value_float", 0));
    }
    if (node.has("value_int")) {
      return new Constant(
          new int[0], new double[] {node.integer("value_int", 0)}, Constant.Kind.INTEGER);
    }
    Optional<AttributeProto> floats = node.attribute("value_floats", AttributeType.FLOATS);
    if (floats.isPresent()) {
      float[] reals = floats.get().reals();
      return Constant.row(
          IntStream.range(0, reals.length).mapToDouble(i -> reals[i]).toArray(),
          Constant.Kind.FLOAT);
    }
    if (node.has("value_ints")) {
      return Constant.row(
          node.integers("value_ints").stream().mapToDouble(x -> x).toArray(),
          Constant.Kind.INTEGER);
    }
    throw node.unsupported("a constant that is no dense tensor of numbers");
  }
}
