package io.github.gradsmith.processor.onnx;

import io.github.gradsmith.processor.onnx.message.DataType;
import io.github.gradsmith.processor.onnx.message.GraphProto;
import io.github.gradsmith.processor.onnx.message.ValueInfoProto;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Shape;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The one input and the one output of a graph. */
final class GraphEndpoints {
  private static final long OPEN = -1;

  private GraphEndpoints() {}

  /** The output that is wanted, or the only one. */
  static String output(GraphProto graph, Optional<String> wanted) throws OnnxException {
    List<ValueInfoProto> outputs = graph.outputs();
    if (outputs.isEmpty()) {
      throw OnnxException.damaged("the graph has no output");
    }
    if (wanted.isPresent()) {
      if (outputs.stream().noneMatch(output -> output.name().equals(wanted.get()))) {
        throw OnnxException.unsupported(
            "it has no output \"%s\", but %s; write one of these as output",
            wanted.get(), names(outputs));
      }
      return wanted.get();
    }
    if (outputs.size() > 1) {
      throw OnnxException.unsupported(
          "the graph has %d outputs, %s; name the one that is wanted: output = \"%s\"",
          outputs.size(), names(outputs), outputs.get(0).name());
    }
    return outputs.get(0).name();
  }

  /** The input, of those that are not parameters with a value. */
  static ValueInfoProto input(GraphProto graph, Set<String> initializers) throws OnnxException {
    List<ValueInfoProto> inputs =
        graph.inputs().stream().filter(input -> !initializers.contains(input.name())).toList();
    if (inputs.isEmpty()) {
      throw OnnxException.damaged("the graph has no input");
    }
    if (inputs.size() > 1) {
      throw OnnxException.unsupported(
          "the graph has %d inputs, %s; supported is one", inputs.size(), names(inputs));
    }
    return inputs.get(0);
  }

  /**
   * The input as a batch of samples. Its first dimension counts them; a row alone is one sample, or
   * one number of each of many.
   *
   * @param width how many numbers the first weights take, for sizes that are left open
   */
  static Signal signal(ValueInfoProto input, long width) throws OnnxException {
    if (!Tensors.isFloating(input.elementType()) && !isWhole(input)) {
      throw OnnxException.unsupported(
          "the input \"%s\" is of type %s; supported are floating-point numbers",
          input.name(), DataType.of(input.elementType()).orElse(null));
    }
    Shape shape = new Shape(closed(sizes(input), width));
    boolean isBatch = shape.rank() > 1 || width == 1 && shape.rank() == 1;
    long sample =
        isBatch ? new Shape(shape.dims().subList(1, shape.rank())).count() : shape.count();
    if (shape.count() == 0) {
      throw OnnxException.unsupported(
          "the input \"%s\" of shape %s has no numbers", input.name(), shape);
    }
    return Signal.of(0, shape, sample);
  }

  /** Whether it has whole numbers, which can be indices and no more. */
  static boolean isWhole(ValueInfoProto input) {
    return Tensors.isInteger(input.elementType());
  }

  private static List<Long> sizes(ValueInfoProto input) throws OnnxException {
    if (input.shape().isEmpty()) {
      return List.of(OPEN, OPEN);
    }
    List<Long> sizes = new ArrayList<>();
    for (OptionalLong dimension : input.shape().get()) {
      long size = dimension.isPresent() ? Math.max(OPEN, dimension.getAsLong()) : OPEN;
      if (size >= Shape.FREE || !Shape.isRank(sizes.size() + 1)) {
        throw OnnxException.unsupported(
            "the input \"%s\" is of %d dimensions, one of them of size %d",
            input.name(), input.shape().get().size(), size);
      }
      sizes.add(size);
    }
    return sizes;
  }

  /**
   * With a size for each that is left open: any for the batch, for others what the weights take.
   */
  private static List<Long> closed(List<Long> sizes, long width) {
    boolean isBatch = sizes.size() > 1 || width == 1;
    List<Long> closed = new ArrayList<>(sizes);
    long known = 1;
    for (int i = isBatch ? 1 : 0; i < sizes.size(); i++) {
      known *= sizes.get(i) > 0 ? Math.min(sizes.get(i), Shape.FREE / known + 1) : 1;
    }
    long rest = width % known == 0 ? width / known : 1;
    for (int i = 0; i < closed.size(); i++) {
      if (closed.get(i) == OPEN) {
        closed.set(i, i == 0 && isBatch ? Shape.FREE : rest);
        rest = i == 0 && isBatch ? rest : 1;
      }
    }
    return closed;
  }

  private static String names(List<ValueInfoProto> values) {
    return values.stream().map(value -> '"' + value.name() + '"').collect(Collectors.joining(", "));
  }
}
