package io.github.gradsmith.sample.benchmarks.peers;

import io.github.gradsmith.FloatNetwork;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A dense network with sigmoids as an ONNX file: for each layer a {@code Gemm} whose weights lie as
 * ours do, [out][in], and a {@code Sigmoid}. Field numbers are those of {@code onnx.proto}.
 */
final class OnnxModel {
  static final String INPUT = "a1";
  static final String OUTPUT = "output";

  private static final int FLOAT = 1;
  private static final int INT_ATTRIBUTE = 2;
  private static final int IR_VERSION = 8;
  private static final int OPSET = 13;

  private final int[] layers;
  private final float[] parameters;
  private final int batch;

  OnnxModel(int[] layers, FloatNetwork network, int batch) {
    this.layers = layers;
    this.batch = batch;
    parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
  }

  byte[] bytes() {
    Protobuf opset = new Protobuf().number(2, OPSET);
    return new Protobuf().number(1, IR_VERSION).message(7, graph()).message(8, opset).bytes();
  }

  private Protobuf graph() {
    Protobuf graph = new Protobuf();
    for (int layer = 2; layer <= layers.length; layer++) {
      boolean last = layer == layers.length;
      String a = last ? OUTPUT : "a" + layer;
      graph.message(1, gemm(layer)).message(1, node("Sigmoid", a, "z" + layer));
    }
    graph.text(2, "network");
    int at = 0;
    for (int layer = 2; layer <= layers.length; layer++) {
      int inputs = layers[layer - 2];
      int outputs = layers[layer - 1];
      graph.message(5, tensor("w" + layer, at, outputs, inputs));
      at += outputs * inputs;
      graph.message(5, tensor("b" + layer, at, outputs));
      at += outputs;
    }
    return graph
        .message(11, value(INPUT, layers[0]))
        .message(12, value(OUTPUT, layers[layers.length - 1]));
  }

  private static Protobuf gemm(int layer) {
    Protobuf transposed = new Protobuf().text(1, "transB").number(3, 1).number(20, INT_ATTRIBUTE);
    return node("Gemm", "z" + layer, "a" + (layer - 1), "w" + layer, "b" + layer)
        .message(5, transposed);
  }

  private static Protobuf node(String operator, String output, String... inputs) {
    Protobuf node = new Protobuf();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(4, operator);
  }

  private Protobuf tensor(String name, int at, int... dimensions) {
    Protobuf tensor = new Protobuf();
    for (int dimension : dimensions) {
      tensor.number(1, dimension);
    }
    int count = Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
    ByteBuffer data = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.asFloatBuffer().put(parameters, at, count);
    return tensor.number(2, FLOAT).text(8, name).data(9, data.array());
  }

  private Protobuf value(String name, int width) {
    Protobuf shape = new Protobuf();
    for (int dimension : new int[] {batch, width}) {
      shape.message(1, new Protobuf().number(1, dimension));
    }
    Protobuf type = new Protobuf().number(1, FLOAT).message(2, shape);
    return new Protobuf().text(1, name).message(2, new Protobuf().message(1, type));
  }
}
