package io.github.gradsmith.processor.onnx.message;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An input or output of a graph.
 *
 * @param name how nodes call it
 * @param elementType the number of its elements' type, 0 if it is no tensor
 * @param shape its sizes, empty ones where they are left open; nothing if even their number is
 */
public record ValueInfoProto(String name, int elementType, Optional<List<OptionalLong>> shape) {
  /** What a value may be besides a tensor: a sequence, map, opaque, sparse or optional one. */
  private static final Set<Integer> OTHER_TYPES = Set.of(4, 5, 7, 8, 9);

  static ValueInfoProto of(WireMessage message) throws MalformedException {
    Optional<WireMessage> type = message.message(2);
    Optional<WireMessage> tensor =
        type.isEmpty() ? Optional.empty() : type.get().message(1, OTHER_TYPES);
    if (tensor.isEmpty()) {
      return new ValueInfoProto(message.text(1), 0, Optional.empty());
    }
    Optional<WireMessage> shape = tensor.get().message(2);
    return new ValueInfoProto(
        message.text(1),
        (int) tensor.get().number(1),
        shape.isEmpty()
            ? Optional.empty()
            : Optional.of(Repeated.read(shape.get().messages(1), ValueInfoProto::size)));
  }

  /** A dimension has a size or the name of one, whichever comes last. */
  private static OptionalLong size(WireMessage dimension) throws MalformedException {
    return dimension.isLatest(1, WireCursor.VARINT, 2, WireCursor.LENGTH_DELIMITED)
        ? OptionalLong.of(dimension.number(1))
        : OptionalLong.empty();
  }
}
