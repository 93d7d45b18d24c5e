package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the format from a stream, once. */
final class FileReader {
  /** The limit of the reference implementation. */
  private static final long MAX_HEADER = 100_000_000;

  private static final int CHUNK = 1 << 16;

  private final InputStream in;

  FileReader(InputStream in) {
    this.in = in;
  }

  Safetensors read() throws IOException {
    Header header = Header.parse(headerText());
    Map<String, Tensor> byName = new HashMap<>();
    for (Header.Entry entry : inFileOrder(header)) {
      byName.put(entry.name, readTensor(entry));
    }
    if (in.read() >= 0) {
      throw new WeightsException("the file goes on after the last tensor");
    }
    List<Tensor> tensors = new ArrayList<>();
    for (String name : header.entries.keySet()) {
      tensors.add(byName.get(name));
    }
    return new Safetensors(header.metadata, tensors);
  }

  private String headerText() throws IOException {
    byte[] start = in.readNBytes(Long.BYTES);
    if (start.length < Long.BYTES) {
      throw new WeightsException(
          "not a safetensors file: it has " + start.length + " bytes, expected at least 8");
    }
    long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > MAX_HEADER) {
      throw new WeightsException(
          "not a safetensors file: it claims a header of "
              + Long.toUnsignedString(length)
              + " bytes, at most "
              + MAX_HEADER
              + " are allowed");
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new WeightsException(
          "the file ends within its header: " + bytes.length + " of " + length + " bytes");
    }
    if (bytes.length == 0 || bytes[0] != '{') {
      throw new WeightsException("not a safetensors file: its header does not begin with '{'");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new WeightsException("the header is damaged: it is not UTF-8", e);
    }
  }

  /** The entries by their place in the file, each beginning where the one before ended. */
  private static List<Header.Entry> inFileOrder(Header header) throws WeightsException {
    List<Header.Entry> entries = new ArrayList<>(header.entries.values());
    entries.sort(
        Comparator.comparingLong((Header.Entry e) -> e.begin).thenComparingLong(e -> e.end));
    long position = 0;
    for (Header.Entry entry : entries) {
      if (entry.begin != position) {
        throw new WeightsException(
            String.format(
                Locale.ROOT,
                "tensor %s begins at byte %d, expected %d: %s",
                entry.name,
                entry.begin,
                position,
                entry.begin < position ? "tensors overlap" : "a hole between tensors"));
      }
      position = entry.end;
    }
    return entries;
  }

  private Tensor readTensor(Header.Entry entry) throws IOException {
    return entry.type == DataType.F32
        ? Tensor.of(entry.name, readFloats(entry), entry.shape)
        : Tensor.of(entry.name, readDoubles(entry), entry.shape);
  }

  private float[] readFloats(Header.Entry entry) throws IOException {
    float[] values = new float[Math.min(entry.size, CHUNK)];
    for (int done = 0; done < entry.size; ) {
      ByteBuffer chunk = readChunk(entry, done);
      if (values.length == done) {
        values = Arrays.copyOf(values, grown(done, entry.size));
      }
      int count = chunk.remaining() / Float.BYTES;
      chunk.asFloatBuffer().get(values, done, count);
      done += count;
    }
    return values;
  }

  private double[] readDoubles(Header.Entry entry) throws IOException {
    double[] values = new double[Math.min(entry.size, CHUNK)];
    for (int done = 0; done < entry.size; ) {
      ByteBuffer chunk = readChunk(entry, done);
      if (values.length == done) {
        values = Arrays.copyOf(values, grown(done, entry.size));
      }
      int count = chunk.remaining() / Double.BYTES;
      chunk.asDoubleBuffer().get(values, done, count);
      done += count;
    }
    return values;
  }

  /** The next values of a tensor, up to a chunk of them. */
  private ByteBuffer readChunk(Header.Entry entry, int done) throws IOException {
    int wanted = Math.min(entry.size - done, CHUNK) * entry.type.bytes();
    byte[] bytes = in.readNBytes(wanted);
    if (bytes.length < wanted) {
      long found = entry.begin + (long) done * entry.type.bytes() + bytes.length;
      throw new WeightsException(
          String.format(
              Locale.ROOT,
              "the file ends within tensor %s: its values end at byte %d, found %d",
              entry.name,
              entry.end,
              found));
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int grown(int length, int limit) {
    return (int) Math.min(2L * length, limit);
  }
}
