package io.github.gradsmith.processor.onnx.message;

/**
 * A set of operators.
 *
 * @param domain who defines them; empty for ONNX itself
 * @param version from which on they are as the model uses them
 */
public record OperatorSetIdProto(String domain, long version) {
  static OperatorSetIdProto of(WireMessage message) throws MalformedException {
    return new OperatorSetIdProto(message.text(1), message.number(2));
  }
}
