package io.github.gradsmith.internal.onnx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in the wire format of protobuf, put together field by field: each is a tag, its number
 * and type, then its value. Numbers are varints, seven bits a byte and the lowest first; texts,
 * messages and raw values have their length before them.
 */
final class Message {
  /** Bytes of known number that need not exist before they are written. */
  interface Part {
    long size();

    void writeTo(OutputStream out) throws IOException;
  }

  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;
  private static final int LONGEST_VARINT = 10;

  private final List<Part> parts = new ArrayList<>();
  private long size;

  /** An integer; a negative one takes ten bytes. */
  Message number(int field, long value) {
    tag(field, VARINT);
    return varint(value);
  }

  Message real(int field, float value) {
    tag(field, FIXED_32);
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return bytes(bytes.putFloat(value).array());
  }

  /** A text in UTF-8. */
  Message text(int field, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    tag(field, LENGTH_DELIMITED).varint(bytes.length);
    return bytes(bytes);
  }

  /** A message as it is now: fields that it gets later are not in here. */
  Message message(int field, Message value) {
    tag(field, LENGTH_DELIMITED).varint(value.size);
    value.parts.forEach(this::add);
    return this;
  }

  /** Bytes that are made while writing. */
  Message raw(int field, Part value) {
    tag(field, LENGTH_DELIMITED).varint(value.size());
    return add(value);
  }

  /** Length in bytes, without a tag. */
  long size() {
    return size;
  }

  /** Writes all fields and does not close the stream. */
  void writeTo(OutputStream out) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out);
    for (Part part : parts) {
      part.writeTo(buffered);
    }
    buffered.flush();
  }

  private Message tag(int field, int wireType) {
    return varint((long) field << 3 | wireType);
  }

  private Message varint(long value) {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_VARINT);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
    byte[] used = new byte[bytes.flip().remaining()];
    bytes.get(used);
    return bytes(used);
  }

  private Message bytes(byte[] bytes) {
    return add(
        new Part() {
          @Override
          public long size() {
            return bytes.length;
          }

          @Override
          public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
          }
        });
  }

  private Message add(Part part) {
    parts.add(part);
    size += part.size();
    return this;
  }
}
