package io.github.gradsmith.processor.onnx;

import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.onnx.message.GraphProto;
import io.github.gradsmith.processor.onnx.message.NodeProto;
import io.github.gradsmith.processor.onnx.message.ValueInfoProto;
import io.github.gradsmith.processor.onnx.operator.Linear;
import io.github.gradsmith.processor.onnx.operator.NodeValues;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.NodeOrder;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.value.Condition;
import io.github.gradsmith.processor.onnx.value.Layer;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.TensorNames;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows a graph from its input to its output, and makes layers of what it comes by. */
final class GraphWalk {
  private final GraphProto graph;
  private final long opset;
  private final TensorNames names;
  private final Linear linear = new Linear();
  private final NodeValues values;

  private GraphWalk(GraphProto graph, long opset) throws OnnxException {
    this.graph = graph;
    this.opset = opset;
    this.names = TensorNames.of(graph);
    this.values = new NodeValues(names, linear);
  }

  /** The network that a graph is. */
  static ModelImport.Network along(GraphProto graph, long opset) throws OnnxException {
    return new GraphWalk(graph, opset).network();
  }

  private ModelImport.Network network() throws OnnxException {
    String output = GraphEndpoints.output(graph);
    ValueInfoProto input = GraphEndpoints.input(graph, names.initializers());
    Set<String> given = new HashSet<>(names.initializers());
    given.add(input.name());
    List<Node> rest = withoutConstants(NodeOrder.towards(output, nodes(), given));
    names.put(input.name(), GraphEndpoints.signal(input, firstWidth(rest)), "the input");
    for (Node node : rest) {
      evaluate(node);
    }
    Signal last = last(output);
    linear.finish(last);
    return Layer.network(linear.layers(), linear.activations());
  }

  private List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    for (NodeProto proto : graph.nodes()) {
      nodes.add(new Node(proto, nodes.size() + 1, opset));
    }
    return nodes;
  }

  /** Computes what depends on constants alone; gives the other nodes. */
  private List<Node> withoutConstants(List<Node> nodes) throws OnnxException {
    List<Node> rest = new ArrayList<>();
    for (Node node : nodes) {
      if (values.areConstant(node)) {
        evaluate(node);
      } else {
        rest.add(node);
      }
    }
    return rest;
  }

  private void evaluate(Node node) throws OnnxException {
    names.put(node.output(), values.of(node), node.description());
  }

  /** How many numbers the first weights take; 1 if there are none. */
  private long firstWidth(List<Node> nodes) throws OnnxException {
    for (Node node : nodes) {
      long width = values.inputs(node);
      if (width > 0) {
        return width;
      }
    }
    return 1;
  }

  private Signal last(String output) throws OnnxException {
    Value value = names.get(output);
    if (value instanceof Condition) {
      throw OnnxException.unsupported(
          "the output \"%s\" is a comparison, true or false; supported are numbers", output);
    }
    if (!(value instanceof Signal last) || last.layer() == 0) {
      throw OnnxException.unsupported(
          "the output \"%s\" comes from no layer; supported is at least one Gemm or MatMul between"
              + " input and output",
          output);
    }
    if (!linear.isLatest(last)) {
      throw OnnxException.unsupported(
          "the output \"%s\" leaves out a part of the last layer; supported is one layer after another",
          output);
    }
    if (!last.shape().keepsSamples(last.width())) {
      throw OnnxException.unsupported(
          "the output \"%s\" of shape %s has no place of its own for each sample of %d numbers,"
              + " which mixes samples; supported is [batch, %d]",
          output, last.shape(), last.width(), last.width());
    }
    return last;
  }
}
