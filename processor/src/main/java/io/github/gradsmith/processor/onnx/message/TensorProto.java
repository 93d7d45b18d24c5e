package io.github.gradsmith.processor.onnx.message;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tensor. Its numbers are raw bytes or one of the arrays, as its type says.
 *
 * @param name how nodes call it
 * @param dims its shape
 * @param dataType the number of its elements' type
 * @param external whether its numbers are in another file
 * @param externalData where they are there: location, offset, length
 * @param rawData its numbers, the lowest byte first, if they are kept so
 * @param floatData floats
 * @param int32Data integers, or the bits of half floats
 * @param int64Data long integers
 * @param doubleData doubles
 */
public record TensorProto(
    String name,
    long[] dims,
    int dataType,
    boolean external,
    Map<String, String> externalData,
    Optional<ByteBuffer> rawData,
    float[] floatData,
    int[] int32Data,
    long[] int64Data,
    double[] doubleData) {
  private static final int EXTERNAL = 1;

  static TensorProto of(WireMessage message) throws MalformedException {
    return new TensorProto(
        message.text(8),
        message.numbers(1),
        (int) message.number(2),
        isExternal(message.numbersOneByOne(14)),
        entries(message.messages(13)),
        message.raw(9),
        message.reals(4),
        Arrays.stream(message.numbers(5)).mapToInt(number -> (int) number).toArray(),
        message.numbers(7),
        message.doubles(10));
  }

  private static Map<String, String> entries(List<WireMessage> messages) throws MalformedException {
    Map<String, String> entries = new HashMap<>();
    for (WireMessage entry : messages) {
      entries.put(entry.text(1), entry.text(2));
    }
    return entries;
  }

  /** 0 is within the file, 1 in another one, and other numbers are as good as unknown. */
  private static boolean isExternal(long[] locations) {
    boolean external = false;
    for (long location : locations) {
      int written = (int) location;
      external = written == EXTERNAL || written != 0 && external;
    }
    return external;
  }
}
