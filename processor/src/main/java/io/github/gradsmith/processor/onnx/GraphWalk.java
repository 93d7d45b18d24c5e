package io.github.gradsmith.processor.onnx;

import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.onnx.graph.GraphModel;
import io.github.gradsmith.processor.onnx.message.GraphProto;
import io.github.gradsmith.processor.onnx.message.NodeProto;
import io.github.gradsmith.processor.onnx.message.ValueInfoProto;
import io.github.gradsmith.processor.onnx.operator.Linear;
import io.github.gradsmith.processor.onnx.operator.NodeValues;
import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.NodeOrder;
import io.github.gradsmith.processor.onnx.proto.OnnxException;
import io.github.gradsmith.processor.onnx.proto.Operators;
import io.github.gradsmith.processor.onnx.value.Condition;
import io.github.gradsmith.processor.onnx.value.Constant;
import io.github.gradsmith.processor.onnx.value.ExternalData;
import io.github.gradsmith.processor.onnx.value.Indices;
import io.github.gradsmith.processor.onnx.value.Layer;
import io.github.gradsmith.processor.onnx.value.Signal;
import io.github.gradsmith.processor.onnx.value.TensorNames;
import io.github.gradsmith.processor.onnx.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a graph from its input to its output, and makes layers of what it comes by. */
final class GraphWalk {
  private static final String INPUT = "the input";
  private static final Set<String> ALIGNED = Set.of("Add", "Sub", "Mul", "Div", "Pow");

  private final GraphProto graph;
  private final long opset;
  private final TensorNames names;
  private final Linear linear = new Linear();
  private final NodeValues values;

  private int done;

  private GraphWalk(GraphProto graph, long opset, ExternalData external) throws OnnxException {
    this.graph = graph;
    this.opset = opset;
    this.names = TensorNames.of(graph, external);
    this.values = new NodeValues(names, linear);
  }

  /**
   * The network that a graph is: a chain of layers, or else layers that read one another.
   *
   * @param output the output that is wanted, if one is named
   */
  static ModelImport along(
      GraphProto graph, long opset, Optional<String> output, ExternalData external)
      throws OnnxException {
    GraphWalk chain = new GraphWalk(graph, opset, external);
    try {
      return chain.chain(output);
    } catch (OnnxException e) {
      if (e.isDamaged()) {
        throw e;
      }
      GraphWalk joined = new GraphWalk(graph, opset, external);
      try {
        return joined.joined(output);
      } catch (OnnxException other) {
        throw joined.done > chain.done || e.isOfChainsOnly() ? other : e;
      }
    }
  }

  private ModelImport.Network chain(Optional<String> wanted) throws OnnxException {
    String output = GraphEndpoints.output(graph, wanted);
    ValueInfoProto input = GraphEndpoints.input(graph, names.initializers());
    List<Node> rest = rest(output, input);
    Signal signal = GraphEndpoints.signal(input, firstWidth(rest));
    if (GraphEndpoints.isWhole(input)) {
      throw OnnxException.unsupported(
          "the input \"%s\" is of type INT64; supported are floating-point numbers, and whole ones"
              + " that look rows of a table up",
          input.name());
    }
    names.put(input.name(), signal, INPUT);
    for (Node node : rest) {
      evaluate(node);
      done++;
    }
    Signal last = last(output);
    linear.finish(last);
    return Layer.network(linear.layers(), linear.activations());
  }

  private ModelImport joined(Optional<String> wanted) throws OnnxException {
    String output = GraphEndpoints.output(graph, wanted);
    ValueInfoProto input = GraphEndpoints.input(graph, names.initializers());
    List<Node> rest = rest(output, input);
    Signal signal = GraphEndpoints.signal(input, firstWidth(rest));
    GraphModel model = new GraphModel(names, values, signal);
    names.put(input.name(), GraphEndpoints.isWhole(input) ? new Indices(signal) : signal, INPUT);
    for (Node node : rest) {
      requireTrailing(node);
      model.add(node);
      done++;
    }
    return model.network(input.name(), output);
  }

  /** The nodes that an output depends on, without those that depend on constants alone. */
  private List<Node> rest(String output, ValueInfoProto input) throws OnnxException {
    Set<String> given = new HashSet<>(names.initializers());
    given.add(input.name());
    List<Node> needed = NodeOrder.towards(output, nodes(), given);
    for (Node node : needed) {
      Operators.requireKnownLayer(node);
    }
    return withoutConstants(needed);
  }

  /** Before operator set 7 an attribute said which axes of a value a smaller operand meets. */
  private void requireTrailing(Node node) throws OnnxException {
    if (opset < 7 && ALIGNED.contains(node.operator()) && node.has("axis")) {
      int first = rank(names.get(node.input(0)));
      int second = rank(names.get(node.input(1)));
      if (node.integer("axis", 0) + second != first) {
        throw node.unsupported(
            "axis = %d; supported are operands that meet the last axes; export the model with"
                + " opset_version=17",
            node.integer("axis", 0));
      }
    }
  }

  private static int rank(Value value) {
    return value instanceof Signal signal
        ? signal.shape().rank()
        : value instanceof Constant constant ? constant.dims().length : 0;
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
    requireTrailing(node);
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
      throw OnnxException.noChain(
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
