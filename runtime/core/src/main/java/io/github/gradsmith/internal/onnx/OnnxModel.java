package io.github.gradsmith.internal.onnx;

import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.TopologyLayer;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.row.RowScaling;
import io.github.gradsmith.internal.weights.ParameterTensors;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network as an ONNX model: for each layer the operators of its kind and of its activation. */
public final class OnnxModel {
  static final String INPUT = "input";
  static final String OUTPUT = "output";

  /** Rows whose numbers the model scaled. */
  private static final String ENCODED = "encoded";

  /** Version 8 of the format came with operator set 17 (2022), which has all that we write. */
  private static final int FORMAT = 8;

  private static final int OPERATOR_SET = 17;

  /** Part of the flat parameters. */
  private interface Slices {
    Message.Part slice(int from, int to);
  }

  private final Message model;

  private OnnxModel(
      Topology topology,
      ElementType type,
      OnnxRows rows,
      Slices parameters,
      List<Message.Part> statistics) {
    List<TopologyLayer> layers = topology.layers();
    Graph graph = graph(layers, type, rows);
    for (ParameterTensor tensor : topology.parameters()) {
      int end = tensor.offset() + tensor.size();
      graph.initializer(tensor.name(), tensor.shape(), parameters.slice(tensor.offset(), end));
    }
    List<String> names = new ParameterTensors(topology).statistics();
    for (int i = 0; i < statistics.size(); i++) {
      int width = (int) (statistics.get(i).size() / type.bytes());
      graph.initializer(names.get(i), new int[] {width}, statistics.get(i));
    }
    Message network = graph.message(layers.get(0).shape(), layers.get(layers.size() - 1).shape());
    model = new Message().number(1, FORMAT).text(2, "gradsmith").message(7, network);
    model.message(8, new Message().number(2, OPERATOR_SET));
    Map<String, String> metadata = new LinkedHashMap<>(new ParameterTensors(topology).metadata());
    metadata.putAll(rows.metadata());
    metadata.forEach((key, value) -> model.message(14, new Message().text(1, key).text(2, value)));
    requireReadable(model.size());
  }

  /**
   * A network of floats, whose parameters and statistics are read while writing.
   *
   * @throws IllegalArgumentException if the topology has more or fewer parameters, has an
   *     activation that is neither a name nor a formula, or if the file would be too large
   * @throws IllegalStateException if the model scales numbers, and the network has not seen rows
   */
  public static OnnxModel of(
      Topology topology, OnnxRows rows, float[] parameters, float[]... statistics) {
    Arguments.length(parameters, topology.parameterCount(), "parameters");
    List<Message.Part> parts = new ArrayList<>();
    for (float[] row : statistics) {
      parts.add(RawValues.of(row, 0, row.length));
    }
    return new OnnxModel(
        topology, ElementType.FLOAT, rows, (from, to) -> RawValues.of(parameters, from, to), parts);
  }

  /** As {@link #of(Topology, OnnxRows, float[], float[]...)}. */
  public static OnnxModel of(
      Topology topology, OnnxRows rows, double[] parameters, double[]... statistics) {
    Arguments.length(parameters, topology.parameterCount(), "parameters");
    List<Message.Part> parts = new ArrayList<>();
    for (double[] row : statistics) {
      parts.add(RawValues.of(row, 0, row.length));
    }
    return new OnnxModel(
        topology,
        ElementType.DOUBLE,
        rows,
        (from, to) -> RawValues.of(parameters, from, to),
        parts);
  }

  /** Writes a ModelProto and does not close the stream. */
  public void write(OutputStream out) throws IOException {
    model.writeTo(out);
  }

  private static Graph graph(List<TopologyLayer> layers, ElementType type, OnnxRows rows) {
    Graph graph = new Graph(type);
    ActivationNodes nodes = new ActivationNodes(graph);
    LayerNodes kinds = new LayerNodes(graph, layers);
    TopologyLayer first = layers.get(0);
    TopologyLayer last = layers.get(layers.size() - 1);
    Optional<RowScaling> inputs = rows.inputs(numbers(first));
    Optional<RowScaling> outputs = rows.outputs(numbers(last));
    if (inputs.isPresent()) {
      new RowNodes(graph, "features", first.shape(), INPUT).add(inputs.get(), ENCODED);
      kinds.gives(first, ENCODED);
    }
    for (int i = 1; i < layers.size(); i++) {
      TopologyLayer layer = layers.get(i);
      graph.begin(layer.name());
      Operand z = kinds.add(layer);
      try {
        nodes.add(layer.activation(), z);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "the activation of "
                + layer.name().replaceFirst("^layer(?=\\d)", "layer ")
                + " is neither known nor a formula: "
                + e.getMessage(),
            e);
      }
      String output = layer == last && outputs.isEmpty() ? OUTPUT : layer.name() + ".a";
      graph.end(output);
      kinds.gives(layer, output);
    }
    outputs.ifPresent(
        scaling ->
            new RowNodes(graph, "targets", last.shape(), last.name() + ".a").add(scaling, OUTPUT));
    return graph;
  }

  private static int numbers(TopologyLayer layer) {
    return Arrays.stream(layer.shape()).reduce(1, (a, b) -> a * b);
  }

  private static void requireReadable(long size) {
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the file would have " + size + " bytes, ONNX has at most " + Integer.MAX_VALUE);
    }
  }
}
