package io.github.gradsmith.processor.onnx.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message in the wire format of protobuf: fields, each with its number and type. It stays where
 * it is in the file and is gone through again for each question, so that it costs no memory.
 *
 * <p>By protobuf's rules the last of several values counts, messages of one field are joined, and a
 * field of an unexpected type is as good as unknown.
 */
final class WireMessage {
  /** How many messages may lie in one another. */
  static final int DEEPEST = 100;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final long[] NO_NUMBERS = {};

  private final ByteBuffer bytes;
  private final int depth;

  private WireMessage(ByteBuffer bytes, int depth) throws MalformedException {
    WireCursor.requireDepth(depth);
    this.bytes = bytes;
    this.depth = depth;
    WireCursor cursor = cursor();
    while (cursor.next()) {} // throws if it is none
  }

  /** The message that a file is. */
  static WireMessage of(byte[] file) throws MalformedException {
    return new WireMessage(ByteBuffer.wrap(file), 0);
  }

  /** An integer; 0 if there is none, as in protobuf. */
  long number(int field) throws MalformedException {
    long[] numbers = numbersOneByOne(field);
    return numbers.length == 0 ? 0 : numbers[numbers.length - 1];
  }

  /** All integers of a field that is to have one. */
  long[] numbersOneByOne(int field) throws MalformedException {
    return numbersOf(contents(field, WireCursor.VARINT));
  }

  /** All integers of a field, whether each has a tag or many share one. */
  long[] numbers(int field) throws MalformedException {
    return numbersOf(contents(field, WireCursor.VARINT, WireCursor.LENGTH_DELIMITED));
  }

  private static long[] numbersOf(List<ByteBuffer> contents) throws MalformedException {
    if (contents.isEmpty()) {
      return NO_NUMBERS;
    }
    long[] numbers = new long[8];
    int count = 0;
    for (ByteBuffer content : contents) {
      while (content.hasRemaining()) {
        if (count == numbers.length) {
          numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = WireCursor.varint(content);
      }
    }
    return Arrays.copyOf(numbers, count);
  }

  /** A float; 0 if there is none. */
  float real(int field) throws MalformedException {
    List<ByteBuffer> contents = contents(field, WireCursor.FIXED_32);
    return contents.isEmpty() ? 0 : contents.get(contents.size() - 1).getFloat();
  }

  /** All floats of a field. */
  float[] reals(int field) throws MalformedException {
    ByteBuffer all = joined(field, WireCursor.FIXED_32, Float.BYTES);
    float[] reals = new float[all.remaining() / Float.BYTES];
    for (int i = 0; i < reals.length; i++) {
      reals[i] = all.getFloat();
    }
    return reals;
  }

  /** All doubles of a field. */
  double[] doubles(int field) throws MalformedException {
    ByteBuffer all = joined(field, WireCursor.FIXED_64, Double.BYTES);
    double[] doubles = new double[all.remaining() / Double.BYTES];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = all.getDouble();
    }
    return doubles;
  }

  /** Bytes as they are in the file, lowest first where numbers are read of them. */
  Optional<ByteBuffer> raw(int field) throws MalformedException {
    List<ByteBuffer> contents = contents(field, WireCursor.LENGTH_DELIMITED);
    return contents.isEmpty() ? Optional.empty() : Optional.of(contents.get(contents.size() - 1));
  }

  /** A text in UTF-8; empty if there is none. */
  String text(int field) throws MalformedException {
    return decoded(raw(field).orElse(NOTHING));
  }

  List<String> texts(int field) throws MalformedException {
    return contents(field, WireCursor.LENGTH_DELIMITED).stream().map(WireMessage::decoded).toList();
  }

  /** Malformed characters become U+FFFD. */
  private static String decoded(ByteBuffer text) {
    return StandardCharsets.UTF_8.decode(text).toString();
  }

  /** A message, if it is there. */
  Optional<WireMessage> message(int field) throws MalformedException {
    return joinedMessage(contents(field, WireCursor.LENGTH_DELIMITED));
  }

  /** A message, if it is there and none of its alternatives comes after it. */
  Optional<WireMessage> message(int field, Set<Integer> alternatives) throws MalformedException {
    List<ByteBuffer> latest = new ArrayList<>();
    for (WireCursor cursor = cursor(); cursor.next(); ) {
      if (cursor.wireType() == WireCursor.LENGTH_DELIMITED) {
        if (alternatives.contains(cursor.field())) {
          latest.clear();
        } else if (cursor.field() == field) {
          latest.add(cursor.content());
        }
      }
    }
    return joinedMessage(latest);
  }

  private Optional<WireMessage> joinedMessage(List<ByteBuffer> parts) throws MalformedException {
    for (ByteBuffer part : parts) {
      inner(part); // each must be one by itself
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(inner(join(parts)));
  }

  List<WireMessage> messages(int field) throws MalformedException {
    List<WireMessage> messages = new ArrayList<>();
    for (ByteBuffer content : contents(field, WireCursor.LENGTH_DELIMITED)) {
      messages.add(inner(content));
    }
    return messages;
  }

  private WireMessage inner(ByteBuffer content) throws MalformedException {
    return new WireMessage(content, depth + 1);
  }

  /**
   * The last value of any of some fields decides which of them is there: whether it is this one.
   */
  boolean isLatest(int field, int fieldType, int alternative, int alternativeType)
      throws MalformedException {
    boolean isLatest = false;
    for (WireCursor cursor = cursor(); cursor.next(); ) {
      if (cursor.field() == field && cursor.wireType() == fieldType) {
        isLatest = true;
      } else if (cursor.field() == alternative && cursor.wireType() == alternativeType) {
        isLatest = false;
      }
    }
    return isLatest;
  }

  private List<ByteBuffer> contents(int field, int... wireTypes) throws MalformedException {
    List<ByteBuffer> contents = new ArrayList<>(0);
    for (WireCursor cursor = cursor(); cursor.next(); ) {
      if (cursor.field() == field && isAny(wireTypes, cursor.wireType())) {
        contents.add(cursor.content());
      }
    }
    return contents;
  }

  private static boolean isAny(int[] wireTypes, int wireType) {
    for (int any : wireTypes) {
      if (any == wireType) {
        return true;
      }
    }
    return false;
  }

  /** Values of fixed width, one by one or many with one length. */
  private ByteBuffer joined(int field, int wireType, int width) throws MalformedException {
    List<ByteBuffer> contents = contents(field, wireType, WireCursor.LENGTH_DELIMITED);
    for (ByteBuffer content : contents) {
      if (content.remaining() % width != 0) {
        throw new MalformedException(
            "numbers of " + width + " bytes lie in a field of " + content.remaining());
      }
    }
    return join(contents);
  }

  private static ByteBuffer join(List<ByteBuffer> parts) {
    if (parts.size() < 2) {
      return parts.isEmpty() ? NOTHING : parts.get(0);
    }
    int size = parts.stream().mapToInt(ByteBuffer::remaining).sum();
    ByteBuffer all = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    parts.forEach(part -> all.put(part.duplicate()));
    return all.flip();
  }

  private WireCursor cursor() {
    return new WireCursor(bytes, depth);
  }
}
