package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.onnx.operator.NodeValues;
import io.github.gradsmith.processor.onnx.operator.Operands;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Condition;
import io.github.gradsmith.processor.onnx.value.Indices;
import io.github.gradsmith.processor.onnx.value.Label;
import io.github.gradsmith.processor.onnx.value.Moment;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.TensorNames;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.List;
import java.util.Optional;

/** A model whose values may be joined, cut and read many times. */
public final class GraphModel {
  private final TensorNames names;
  private final Blocks blocks;
  private final GraphNodes nodes;

  /**
   * Of the input alone.
   *
   * @param names of constants, and of the input
   * @param input what it is
   */
  public GraphModel(TensorNames names, NodeValues plain, Signal input) throws OnnxException {
    this.names = names;
    this.blocks = new Blocks(input);
    this.nodes = new GraphNodes(new Operands(names), plain, blocks);
  }

  /** Takes in one node more, whose operands are known. */
  public void add(Node node) throws OnnxException {
    List<Value> values = nodes.of(node);
    List<String> outputs = node.proto().outputs();
    node.output();
    for (int i = 0; i < values.size(); i++) {
      if (!outputs.get(i).isEmpty()) {
        names.put(outputs.get(i), values.get(i), node.description());
      }
    }
  }

  /** The network that gives an output. */
  public ModelImport network(String input, String output) throws OnnxException {
    Value value = names.get(output);
    Optional<String> label =
        value instanceof Label found ? Optional.of(found.giver()) : Optional.empty();
    Value scores = value instanceof Label found ? found.scores() : value;
    if (scores instanceof Condition) {
      throw OnnxException.unsupported(
          "the output \"%s\" is a comparison, true or false; supported are numbers", output);
    }
    if (!(scores instanceof Signal signal)) {
      throw OnnxException.unsupported(
          "the output \"%s\" is %s; supported are numbers that layers give",
          output,
          scores instanceof Indices
              ? "a cast to whole numbers"
              : scores instanceof Moment ? "a mean or a variance" : "constant");
    }
    if (Sample.of(signal).isEmpty()) {
      throw OnnxException.unsupported(
          "the output \"%s\" of shape %s has no place of its own for each sample of %d numbers,"
              + " which mixes samples; supported is [batch, %d]",
          output, signal.shape(), signal.width(), signal.width());
    }
    return GraphLayers.network(Joining.of(blocks.settled(signal)), input, label);
  }
}
