package io.github.gradsmith.processor.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The one input and the one output of a graph. */
final class Ends {
  private Ends() {}

  static String output(GraphProto graph) throws OnnxException {
    List<ValueInfoProto> outputs = graph.getOutputList();
    if (outputs.isEmpty()) {
      throw OnnxException.damaged("the graph has no output");
    }
    if (outputs.size() > 1) {
      throw OnnxException.unsupported(
          "the graph has %d outputs, %s; supported is one", outputs.size(), names(outputs));
    }
    return outputs.get(0).getName();
  }

  /** The input, of those that are not parameters with a value. */
  static ValueInfoProto input(GraphProto graph, Set<String> initializers) throws OnnxException {
    List<ValueInfoProto> inputs =
        graph.getInputList().stream()
            .filter(input -> !initializers.contains(input.getName()))
            .toList();
    if (inputs.isEmpty()) {
      throw OnnxException.damaged("the graph has no input");
    }
    if (inputs.size() > 1) {
      throw OnnxException.unsupported(
          "the graph has %d inputs, %s; supported is one", inputs.size(), names(inputs));
    }
    return inputs.get(0);
  }

  /** The shape of the input; where it is not given, a batch of rows. */
  static Shape shape(ValueInfoProto input) throws OnnxException {
    TypeProto.Tensor tensor = input.getType().getTensorType();
    if (!Tensors.isFloating(tensor.getElemType())) {
      throw OnnxException.unsupported(
          "the input \"%s\" is of type %s; supported are floating-point numbers",
          input.getName(), DataType.forNumber(tensor.getElemType()));
    }
    if (!tensor.hasShape()) {
      return new Shape(List.of(Shape.UNKNOWN, Shape.UNKNOWN));
    }
    return new Shape(tensor.getShape().getDimList().stream().map(Ends::size).toList());
  }

  private static long size(Dimension dimension) {
    return dimension.hasDimValue() && dimension.getDimValue() >= 0
        ? dimension.getDimValue()
        : Shape.UNKNOWN;
  }

  private static String names(List<ValueInfoProto> values) {
    return values.stream()
        .map(value -> '"' + value.getName() + '"')
        .collect(Collectors.joining(", "));
  }
}
