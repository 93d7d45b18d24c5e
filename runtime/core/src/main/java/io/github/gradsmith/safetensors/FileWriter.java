package io.github.gradsmith.safetensors;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Writes the format as the reference implementation does: compact JSON, padded with spaces. */
final class FileWriter {
  private static final int CHUNK = 1 << 14;

  private final OutputStream out;

  FileWriter(OutputStream out) {
    this.out = out;
  }

  void write(Safetensors content) throws IOException {
    // A fresh encoder reports half a surrogate pair, where getBytes would write a question mark.
    ByteBuffer header =
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(header(content)));
    int padding = -header.remaining() & 7;
    ByteBuffer start = littleEndian(Long.BYTES + header.remaining() + padding);
    start.putLong(header.remaining() + padding).put(header);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    out.write(start.array());
    for (Tensor tensor : content.tensors().values()) {
      writeValues(tensor);
    }
  }

  private void writeValues(Tensor tensor) throws IOException {
    boolean single = tensor.dataType() == DataType.F32;
    ByteBuffer chunk = littleEndian(CHUNK);
    for (int i = 0; i < tensor.size(); i++) {
      if (single) {
        chunk.putInt((int) tensor.bits(i));
      } else {
        chunk.putLong(tensor.bits(i));
      }
      if (!chunk.hasRemaining()) {
        out.write(chunk.array());
        chunk.clear();
      }
    }
    out.write(chunk.array(), 0, chunk.position());
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String header(Safetensors content) {
    StringBuilder json = new StringBuilder("{");
    if (!content.metadata().isEmpty()) {
      appendString(json, Safetensors.METADATA).append(':');
      appendMetadata(json, content.metadata());
    }
    appendTensors(json, content.tensors().values());
    return json.append('}').toString();
  }

  private static void appendMetadata(StringBuilder json, Map<String, String> metadata) {
    String separator = "{";
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      appendString(json.append(separator), entry.getKey());
      appendString(json.append(':'), entry.getValue());
      separator = ",";
    }
    json.append('}');
  }

  private static void appendTensors(StringBuilder json, Collection<Tensor> tensors) {
    long begin = 0;
    for (Tensor tensor : tensors) {
      long end = begin + (long) tensor.size() * tensor.dataType().bytes();
      appendString(json.length() > 1 ? json.append(',') : json, tensor.name());
      json.append(":{\"dtype\":\"").append(tensor.dataType()).append("\",\"shape\":[");
      String separator = "";
      for (int dimension : tensor.shape()) {
        json.append(separator).append(dimension);
        separator = ",";
      }
      json.append("],\"data_offsets\":[").append(begin).append(',').append(end).append("]}");
      begin = end;
    }
  }

  private static StringBuilder appendString(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"');
  }
}
