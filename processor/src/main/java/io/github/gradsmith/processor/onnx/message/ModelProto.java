package io.github.gradsmith.processor.onnx.message;

import java.util.List;
import java.util.Optional;

/**
 * A model.
 *
 * @param operatorSets the versions of the operators that it is written in
 * @param graph what it computes
 */
public record ModelProto(List<OperatorSetIdProto> operatorSets, Optional<GraphProto> graph) {
  public ModelProto {
    operatorSets = List.copyOf(operatorSets);
  }

  /**
   * The model in the bytes of a file.
   *
   * @throws MalformedException if they are no message of protobuf
   */
  public static ModelProto of(byte[] file) throws MalformedException {
    WireMessage message = WireMessage.of(file);
    Optional<WireMessage> graph = message.message(7);
    return new ModelProto(
        Repeated.read(message.messages(8), OperatorSetIdProto::of),
        graph.isEmpty() ? Optional.empty() : Optional.of(GraphProto.of(graph.get())));
  }
}
