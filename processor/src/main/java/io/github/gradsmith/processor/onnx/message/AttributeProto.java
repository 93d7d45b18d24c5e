package io.github.gradsmith.processor.onnx.message;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A setting of a node. Its type says which of the values counts.
 *
 * @param name the setting's
 * @param type of its value
 * @param real a float
 * @param integer an integer
 * @param text a text
 * @param tensor a tensor, if there is one
 * @param reals floats
 * @param integers integers
 */
public record AttributeProto(
    String name,
    AttributeType type,
    float real,
    long integer,
    String text,
    Optional<TensorProto> tensor,
    float[] reals,
    List<Long> integers) {
  public AttributeProto {
    integers = List.copyOf(integers);
  }

  static AttributeProto of(WireMessage message) throws MalformedException {
    Optional<WireMessage> tensor = message.message(5);
    return new AttributeProto(
        message.text(1),
        AttributeType.last(message.numbersOneByOne(20)),
        message.real(2),
        message.number(3),
        message.text(4),
        tensor.isEmpty() ? Optional.empty() : Optional.of(TensorProto.of(tensor.get())),
        message.reals(7),
        Arrays.stream(message.numbers(8)).boxed().toList());
  }
}
