package io.github.gradsmith.processor.onnx.message;

import java.util.List;

/**
 * An operator with what it takes and gives.
 *
 * @param inputs names of operands; an empty one is left out
 * @param outputs names of results
 * @param name its own, often empty
 * @param opType which operator it is
 * @param domain who defines that; empty for ONNX itself
 * @param attributes further settings
 */
public record NodeProto(
    List<String> inputs,
    List<String> outputs,
    String name,
    String opType,
    String domain,
    List<AttributeProto> attributes) {
  public NodeProto {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = List.copyOf(attributes);
  }

  static NodeProto of(WireMessage message) throws MalformedException {
    return new NodeProto(
        message.texts(1),
        message.texts(2),
        message.text(3),
        message.text(4),
        message.text(7),
        Repeated.read(message.messages(5), AttributeProto::of));
  }
}
