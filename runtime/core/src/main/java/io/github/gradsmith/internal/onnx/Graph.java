package io.github.gradsmith.internal.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes and initializers of a model, gathered layer by layer in the order of computation. */
final class Graph {
  private final ElementType type;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Message> initializers = new LinkedHashMap<>();
  private String layer = "";
  private int values;

  Graph(ElementType type) {
    this.type = type;
  }

  ElementType type() {
    return type;
  }

  /** What is added from here on is named for that layer. */
  void begin(String layer) {
    this.layer = layer;
    values = 0;
  }

  /** Names what the last node computes, which is what its layer computes. */
  void end(String output) {
    nodes.get(nodes.size() - 1).renameOutput(output);
  }

  /** Adds a tensor of parameters. */
  void initializer(String name, int[] shape, Message.Part values) {
    initializer(name, shape, type, values);
  }

  /** Adds a tensor of a type. */
  void initializer(String name, int[] shape, ElementType type, Message.Part values) {
    Message tensor = new Message();
    for (int dimension : shape) {
      tensor.number(1, dimension);
    }
    initializers.put(name, tensor.number(2, type.code()).text(8, name).raw(9, values));
  }

  /**
   * z = w a + b of the current layer, for all samples: a wᵀ + b.
   *
   * @param parameters the names of w and, if there is one, b
   */
  Operand weightedSums(String input, List<String> parameters) {
    String z = layer + ".z";
    List<String> inputs = new ArrayList<>(List.of(input));
    inputs.addAll(parameters);
    nodes.add(new Node("Gemm", inputs, z).with("transB", 1));
    return Operand.tensor(z, false);
  }

  /** Whole numbers as a tensor of their own, such as the axes of an operator. */
  Operand integers(long... values) {
    StringBuilder name = new StringBuilder("integers");
    for (long value : values) {
      name.append('.').append(value);
    }
    initializers.computeIfAbsent(
        name.toString(),
        key ->
            new Message()
                .number(1, values.length)
                .number(2, ElementType.INT64)
                .text(8, key)
                .raw(9, RawValues.of(values)));
    return Operand.tensor(name.toString(), false);
  }

  /** Adds an operator without attributes. */
  Operand apply(String operator, Operand... operands) {
    boolean single = Arrays.stream(operands).allMatch(Operand::isSingle);
    return Operand.tensor(add(operator, operands).output(), single);
  }

  /** Adds an operator, whose attributes the caller may set. */
  Node add(String operator, Operand... operands) {
    List<String> inputs = new ArrayList<>();
    for (Operand operand : operands) {
      inputs.add(operand.isNumber() ? number(operand.number()) : operand.tensor());
    }
    Node node = new Node(operator, inputs, layer + "." + ++values);
    nodes.add(node);
    return node;
  }

  /** The initializer of that number, one for all its uses. */
  private String number(double value) {
    String name = "number." + value;
    if (!initializers.containsKey(name)) {
      initializer(name, new int[0], type.value(value));
    }
    return name;
  }

  /** A GraphProto with inputs and outputs of these sizes for each sample. */
  Message message(int[] inputs, int[] outputs) {
    Message graph = new Message();
    nodes.forEach(node -> graph.message(1, node.message()));
    graph.text(2, "network");
    initializers.values().forEach(tensor -> graph.message(5, tensor));
    return graph
        .message(11, rows(OnnxModel.INPUT, inputs))
        .message(12, rows(OnnxModel.OUTPUT, outputs));
  }

  private Message rows(String name, int[] sizes) {
    Message shape = new Message().message(1, new Message().text(2, "batch"));
    for (int size : sizes) {
      shape.message(1, new Message().number(1, size));
    }
    Message tensor = new Message().number(1, type.code()).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }
}
