package io.github.gradsmith.processor.onnx.message;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model computes.
 *
 * @param nodes its operators, as they stand in the file
 * @param initializers its constant tensors
 * @param sparseInitializers the names of those that are kept without their zeros
 * @param inputs what it takes; in older models its constants, too
 * @param outputs what it gives
 */
public record GraphProto(
    List<NodeProto> nodes,
    List<TensorProto> initializers,
    List<String> sparseInitializers,
    List<ValueInfoProto> inputs,
    List<ValueInfoProto> outputs) {
  public GraphProto {
    nodes = List.copyOf(nodes);
    initializers = List.copyOf(initializers);
    sparseInitializers = List.copyOf(sparseInitializers);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  static GraphProto of(WireMessage message) throws MalformedException {
    return new GraphProto(
        Repeated.read(message.messages(1), NodeProto::of),
        Repeated.read(message.messages(5), TensorProto::of),
        sparseNames(message.messages(15)),
        Repeated.read(message.messages(11), ValueInfoProto::of),
        Repeated.read(message.messages(12), ValueInfoProto::of));
  }

  private static List<String> sparseNames(List<WireMessage> tensors) throws MalformedException {
    List<String> names = new ArrayList<>();
    for (WireMessage tensor : tensors) {
      var values = tensor.message(1);
      names.add(values.isEmpty() ? "" : TensorProto.of(values.get()).name());
    }
    return names;
  }
}
