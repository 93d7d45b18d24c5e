package io.github.gradsmith.internal.onnx;

import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.TopologyLayer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds the operators that stand for a layer of a kind, up to its activation. */
final class LayerNodes {
  private static final int INT64 = 7;

  /** The least divisor of a normalization. */
  private static final double LEAST_DEVIATION = 1e-7;

  private final Graph graph;
  private final Map<String, TopologyLayer> layers = new HashMap<>();

  /** The tensor that each layer gives. */
  private final Map<String, String> values = new HashMap<>();

  LayerNodes(Graph graph, List<TopologyLayer> layers) {
    this.graph = graph;
    layers.forEach(layer -> this.layers.put(layer.name(), layer));
    values.put(layers.get(0).name(), OnnxModel.INPUT);
  }

  /** Names the tensor that a layer gives. */
  void gives(TopologyLayer layer, String tensor) {
    values.put(layer.name(), tensor);
  }

  /**
   * Adds a layer, its result the last node's.
   *
   * @throws IllegalArgumentException if there is no exporter for its kind
   */
  Operand add(TopologyLayer layer) {
    List<Operand> inputs =
        layer.from().stream()
            .map(name -> Operand.tensor(values.get(name), false))
            .collect(Collectors.toList());
    Operand x = inputs.get(0);
    switch (layer.kind()) {
      case "DENSE":
        return dense(layer, x);
      case "ELEMENTWISE":
      case "DROPOUT":
        return graph.apply("Identity", x);
      case "ADD":
        return folded("Add", inputs);
      case "MULTIPLY":
        return folded("Mul", inputs);
      case "CONCAT":
        return operator(graph.add("Concat", array(inputs)).with("axis", axis(layer)));
      case "SLICE":
        return slice(layer, x);
      case "FLATTEN":
        return operator(graph.add("Flatten", x).with("axis", 1));
      case "TRANSPOSE":
        return operator(graph.add("Transpose", x).with("perm", new long[] {0, 2, 1}));
      case "LAYER_NORM":
        return layerNorm(layer, x);
      case "NORMALIZATION":
        return normalization(layer, x);
      case "EMBEDDING":
        return embedding(layer, x);
      default:
        throw new IllegalArgumentException(
            layer.name() + " is of kind " + layer.kind() + ", for which there is no exporter");
    }
  }

  private Operand dense(TopologyLayer layer, Operand x) {
    List<String> names =
        layer.parameters().stream().map(ParameterTensor::name).collect(Collectors.toList());
    if (layer.shape().length == 1) {
      return graph.weightedSums(x.tensor(), names);
    }
    Operand weight = Operand.tensor(names.get(0), false);
    Operand transposed = operator(graph.add("Transpose", weight).with("perm", new long[] {1, 0}));
    Operand sums = graph.apply("MatMul", x, transposed);
    return names.size() == 1 ? sums : graph.apply("Add", sums, Operand.tensor(names.get(1), false));
  }

  private Operand folded(String operator, List<Operand> inputs) {
    Operand result = inputs.get(0);
    for (Operand next : inputs.subList(1, inputs.size())) {
      result = graph.apply(operator, result, next);
    }
    return result;
  }

  private Operand slice(TopologyLayer layer, Operand x) {
    return graph.apply(
        "Slice",
        x,
        graph.integers(layer.attributes().get("begin").longValue()),
        graph.integers(layer.attributes().get("end").longValue()),
        graph.integers(axis(layer)));
  }

  private Operand layerNorm(TopologyLayer layer, Operand x) {
    Operand weight = Operand.tensor(layer.parameters().get(0).name(), false);
    Operand bias = Operand.tensor(layer.parameters().get(1).name(), false);
    return operator(
        graph
            .add("LayerNormalization", x, weight, bias)
            .with("axis", -1)
            .with("epsilon", layer.attributes().get("epsilon").floatValue()));
  }

  private Operand normalization(TopologyLayer layer, Operand x) {
    String prefix = layer.name().toLowerCase(Locale.ROOT);
    Operand off = graph.apply("Sub", x, Operand.tensor(prefix + ".mean", false));
    Operand deviation = graph.apply("Sqrt", Operand.tensor(prefix + ".variance", false));
    return graph.apply("Div", off, graph.apply("Max", deviation, Operand.number(LEAST_DEVIATION)));
  }

  private Operand embedding(TopologyLayer layer, Operand x) {
    Operand index = operator(graph.add("Cast", x).with("to", INT64));
    Operand table = Operand.tensor(layer.parameters().get(0).name(), false);
    return operator(graph.add("Gather", table, index).with("axis", 0));
  }

  /** The batch is axis 0 here. */
  private static long axis(TopologyLayer layer) {
    return layer.attributes().get("axis").longValue() + 1;
  }

  private static Operand[] array(List<Operand> operands) {
    return operands.toArray(new Operand[0]);
  }

  private static Operand operator(Node node) {
    return Operand.tensor(node.output(), false);
  }
}
