package io.github.gradsmith.processor.onnx.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the fields of a message one after another, and never beyond its end. */
final class WireCursor {
  static final int VARINT = 0;
  static final int FIXED_64 = 1;
  static final int LENGTH_DELIMITED = 2;
  static final int FIXED_32 = 5;

  private static final int START_GROUP = 3;
  private static final int END_GROUP = 4;
  private static final int LONGEST_VARINT = 10;

  private final ByteBuffer bytes;
  private final int depth;
  private int field;
  private int wireType;
  private int from;
  private int to;

  /**
   * At the first field.
   *
   * @param bytes the message, from position to limit
   * @param depth how many messages it lies in
   */
  WireCursor(ByteBuffer bytes, int depth) {
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    this.depth = depth;
  }

  /** Goes to the next field; whether there is one. */
  boolean next() throws MalformedException {
    if (!bytes.hasRemaining()) {
      return false;
    }
    int tag = (int) varint(bytes);
    field = tag >>> 3;
    wireType = tag & 7;
    if (field == 0) {
      throw new MalformedException("a field has the number 0");
    }
    if (wireType == END_GROUP) {
      throw new MalformedException("a group ends that did not begin");
    }
    value(field, wireType, depth);
    to = bytes.position();
    return true;
  }

  int field() {
    return field;
  }

  int wireType() {
    return wireType;
  }

  /** The field's value: what comes after its tag, and after its length if it has one. */
  ByteBuffer content() {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).limit(to).position(from);
  }

  /** An integer of seven bits a byte, the lowest first. */
  static long varint(ByteBuffer from) throws MalformedException {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      if (!from.hasRemaining()) {
        throw new MalformedException("it ends within a number");
      }
      byte next = from.get();
      value |= (next & 0x7FL) << 7 * i;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedException("a number takes more than " + LONGEST_VARINT + " bytes");
  }

  private void value(int ofField, int type, int inMessages) throws MalformedException {
    from = bytes.position();
    switch (type) {
      case VARINT -> varint(bytes);
      case FIXED_32 -> skip(Integer.BYTES);
      case FIXED_64 -> skip(Long.BYTES);
      case LENGTH_DELIMITED -> {
        int length = (int) varint(bytes);
        from = bytes.position();
        skip(length);
      }
      case START_GROUP -> skipGroup(ofField, inMessages + 1);
      default -> throw new MalformedException("a field is of wire type " + type);
    }
  }

  private void skip(int length) throws MalformedException {
    if (length < 0) {
      throw new MalformedException("a field has a negative length");
    }
    if (length > bytes.remaining()) {
      throw new MalformedException(
          "a field of " + length + " bytes lies in a message that has " + bytes.remaining());
    }
    bytes.position(bytes.position() + length);
  }

  /** Groups are an older form of messages, which ONNX does not use: what is in them is unknown. */
  private void skipGroup(int group, int inMessages) throws MalformedException {
    requireDepth(inMessages);
    while (true) {
      int tag = (int) varint(bytes);
      int inner = tag >>> 3;
      if ((tag & 7) == END_GROUP && inner == group) {
        return;
      }
      if ((tag & 7) == END_GROUP || inner == 0) {
        throw new MalformedException("a group does not end");
      }
      value(inner, tag & 7, inMessages);
    }
  }

  static void requireDepth(int depth) throws MalformedException {
    if (depth > WireMessage.DEEPEST) {
      throw new MalformedException(
          "its messages lie in one another more than " + WireMessage.DEEPEST + " deep");
    }
  }
}
