package io.github.gradsmith.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts files together byte by byte, as the format says, without the writer. */
final class RawFile {
  private RawFile() {}

  static byte[] of(String header, byte... data) {
    return of(header.getBytes(StandardCharsets.UTF_8), data);
  }

  static byte[] of(byte[] header, byte... data) {
    return withLength(header.length, header, data);
  }

  static byte[] withLength(long claimed, byte[] header, byte... data) {
    return ByteBuffer.allocate(8 + header.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(claimed)
        .put(header)
        .put(data)
        .array();
  }

  /** The header of one tensor, quotes written as apostrophes. */
  static String tensor(String name, String type, String shape, String range) {
    return quoted(
        "'"
            + name
            + "':{'dtype':'"
            + type
            + "','shape':"
            + shape
            + ",'data_offsets':"
            + range
            + "}");
  }

  static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
