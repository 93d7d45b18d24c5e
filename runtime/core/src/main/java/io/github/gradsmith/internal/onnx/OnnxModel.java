package io.github.gradsmith.internal.onnx;

import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.TopologyLayer;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.weights.ParameterTensors;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A network as an ONNX model: for each layer the operators of its kind and of its activation. */
public final class OnnxModel {
  static final String INPUT = "input";
  static final String OUTPUT = "output";

  /** Version 8 of the format came with operator set 17 (2022), which has all that we write. */
  private static final int FORMAT = 8;

  private static final int OPERATOR_SET = 17;

  /** Part of the flat parameters. */
  private interface Slices {
    Message.Part slice(int from, int to);
  }

  private final Message model;

  private OnnxModel(
      Topology topology, ElementType type, Slices parameters, List<Message.Part> statistics) {
    List<TopologyLayer> layers = topology.layers();
    Graph graph = graph(layers, type);
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
    new ParameterTensors(topology)
        .metadata()
        .forEach((key, value) -> model.message(14, new Message().text(1, key).text(2, value)));
    requireReadable(model.size());
  }

  /**
   * A network of floats, whose parameters and statistics are read while writing.
   *
   * @throws IllegalArgumentException if the topology has more or fewer parameters, has an
   *     activation that is neither a name nor a formula, or if the file would be too large
   */
  public static OnnxModel of(Topology topology, float[] parameters, float[]... statistics) {
    Arguments.length(parameters, topology.parameterCount(), "parameters");
    List<Message.Part> parts = new ArrayList<>();
    for (float[] row : statistics) {
      parts.add(RawValues.of(row, 0, row.length));
    }
    return new OnnxModel(
        topology, ElementType.FLOAT, (from, to) -> RawValues.of(parameters, from, to), parts);
  }

  /** As {@link #of(Topology, float[])}. */
  public static OnnxModel of(Topology topology, double[] parameters, double[]... statistics) {
    Arguments.length(parameters, topology.parameterCount(), "parameters");
    List<Message.Part> parts = new ArrayList<>();
    for (double[] row : statistics) {
      parts.add(RawValues.of(row, 0, row.length));
    }
    return new OnnxModel(
        topology, ElementType.DOUBLE, (from, to) -> RawValues.of(parameters, from, to), parts);
  }

  /** Writes a ModelProto and does not close the stream. */
  public void write(OutputStream out) throws IOException {
    model.writeTo(out);
  }

  private static Graph graph(List<TopologyLayer> layers, ElementType type) {
    Graph graph = new Graph(type);
    ActivationNodes nodes = new ActivationNodes(graph);
    LayerNodes kinds = new LayerNodes(graph, layers);
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
      String output = i + 1 < layers.size() ? layer.name() + ".a" : OUTPUT;
      graph.end(output);
      kinds.gives(layer, output);
    }
    return graph;
  }

  private static void requireReadable(long size) {
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the file would have " + size + " bytes, ONNX has at most " + Integer.MAX_VALUE);
    }
  }
}
