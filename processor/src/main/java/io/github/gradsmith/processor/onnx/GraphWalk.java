package io.github.gradsmith.processor.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import io.github.gradsmith.processor.model.ModelImport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows a graph from its input to its output, and makes layers of what it comes by. */
final class GraphWalk {
  private final GraphProto graph;
  private final long opset;
  private final Names names;
  private final Linear linear = new Linear();

  private GraphWalk(GraphProto graph, long opset) throws OnnxException {
    this.graph = graph;
    this.opset = opset;
    this.names = Names.of(graph);
  }

  /** The network that a graph is. */
  static ModelImport.Network along(GraphProto graph, long opset) throws OnnxException {
    return new GraphWalk(graph, opset).network();
  }

  private ModelImport.Network network() throws OnnxException {
    String output = Ends.output(graph);
    List<Node> nodes = nodes();
    Set<Integer> needed = needed(nodes, output);
    NodeValues values = new NodeValues(names, linear);
    for (Node node : nodes) {
      if (needed.contains(node.number())) {
        names.put(node.output(), values.of(node), node.description());
      }
    }
    if (!(names.get(output) instanceof Signal last) || last.layer() == 0) {
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
    linear.finish(last);
    return Layer.network(linear.layers(), linear.activations());
  }

  private List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    for (NodeProto proto : graph.getNodeList()) {
      nodes.add(new Node(proto, nodes.size() + 1, opset));
    }
    return nodes;
  }

  /** The numbers of the nodes that the output depends on; what others compute is of no account. */
  private static Set<Integer> needed(List<Node> nodes, String output) {
    Map<String, Node> givers = new HashMap<>();
    for (Node node : nodes) {
      node.proto().getOutputList().forEach(name -> givers.putIfAbsent(name, node));
    }
    Set<Integer> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(output));
    while (!open.isEmpty()) {
      Node giver = givers.get(open.pop());
      if (giver != null && needed.add(giver.number())) {
        open.addAll(giver.proto().getInputList());
      }
    }
    return needed;
  }
}
