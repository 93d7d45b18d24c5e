package io.github.gradsmith.processor.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.github.gradsmith.processor.model.ModelImport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Builds models as exporters write them: a chain of nodes from x to the last node's output. */
final class Model {
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private int opset = 17;
  private String last = "x";
  private int nodes;

  /** The input x with dimensions; negative ones are free. */
  static Model ofInput(int... dims) {
    Model model = new Model();
    model.graph.addInput(value("x", DataType.FLOAT, dims));
    return model;
  }

  /** A layer of two neurons on two inputs, on whose sums nodes may follow. */
  static Model ofLayer() {
    return ofInput(-1, 2).layer();
  }

  Model layer() {
    String number = Integer.toString(nodes);
    return tensor("w" + number, new int[] {2, 2}, 1, 2, 3, 4)
        .tensor("b" + number, new int[] {2}, 0.5, -0.5)
        .node("Gemm", "_", "w" + number, "b" + number)
        .with("transB", 1);
  }

  Model opset(int version) {
    opset = version;
    return this;
  }

  Model tensor(String name, int[] dims, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(value -> bytes.putFloat((float) value));
    return tensor(raw(name, DataType.FLOAT, dims, bytes));
  }

  Model integers(String name, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(DataType.INT64_VALUE);
    tensor.addDims(values.length);
    Arrays.stream(values).forEach(tensor::addInt64Data);
    return tensor(tensor.build());
  }

  Model tensor(TensorProto tensor) {
    graph.addInitializer(tensor);
    return this;
  }

  static TensorProto raw(String name, DataType type, int[] dims, ByteBuffer bytes) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
    Arrays.stream(dims).forEach(tensor::addDims);
    return tensor.setRawData(ByteString.copyFrom(bytes.array())).build();
  }

  /** A node whose output is the model's so far; an underline stands for the output before. */
  Model node(String operator, String... inputs) {
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).setName("n" + ++nodes);
    for (String input : inputs.length == 0 ? new String[] {"_"} : inputs) {
      node.addInput(input.equals("_") ? last : input);
    }
    last = "t" + nodes;
    graph.addNode(node.addOutput(last));
    return this;
  }

  /** The last node with an attribute. */
  Model with(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (value instanceof Integer number) {
      attribute.setType(AttributeType.INT).setI(number);
    } else if (value instanceof Float number) {
      attribute.setType(AttributeType.FLOAT).setF(number);
    } else if (value instanceof String text) {
      attribute.setType(AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
    } else if (value instanceof TensorProto tensor) {
      attribute.setType(AttributeType.TENSOR).setT(tensor);
    } else {
      attribute.setType(AttributeType.INTS);
      for (int number : (int[]) value) {
        attribute.addInts(number);
      }
    }
    graph.getNodeBuilder(graph.getNodeCount() - 1).addAttribute(attribute);
    return this;
  }

  /** The last node in a domain. */
  Model domain(String domain) {
    graph.getNodeBuilder(graph.getNodeCount() - 1).setDomain(domain);
    return this;
  }

  /** The output of the last node. */
  String last() {
    return last;
  }

  /** The graph, to be made into something that no exporter writes. */
  GraphProto.Builder graph() {
    return graph;
  }

  byte[] bytes() {
    if (graph.getOutputCount() == 0) {
      graph.addOutput(value(last, DataType.FLOAT, -1, 2));
    }
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  ModelImport imported() {
    return OnnxImport.of(bytes());
  }

  /** The network of a model that has one. */
  ModelImport.Network network() {
    ModelImport made = imported();
    if (made instanceof ModelImport.Network network) {
      return network;
    }
    throw new AssertionError(made);
  }

  /** The texts of the activations. */
  List<String> activations() {
    return network().activations().stream().map(choice -> choice.text()).toList();
  }

  static ValueInfoProto value(String name, DataType type, int... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int dim : dims) {
      TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
      if (dim < 0) {
        dimension.setDimParam("batch");
      } else {
        dimension.setDimValue(dim);
      }
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
