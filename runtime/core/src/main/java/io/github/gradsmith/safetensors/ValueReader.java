package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.file.HalfPrecision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/** Reads the values of one tensor from where they begin, or steps over them. */
final class ValueReader {
  /** Values read at once: memory is taken as they arrive. */
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final HeaderEntry entry;

  ValueReader(InputStream in, HeaderEntry entry) {
    this.in = in;
    this.entry = entry;
  }

  Tensor read() throws IOException {
    return entry.type == StoredType.F64
        ? Tensor.owning(entry.name(), doubles(), entry.shape())
        : Tensor.owning(entry.name(), floats(), entry.shape());
  }

  void skip() throws IOException {
    long left = entry.end - entry.begin;
    byte[] waste = new byte[(int) Math.min(left, 1 << 13)];
    while (left > 0) {
      int count = in.readNBytes(waste, 0, (int) Math.min(left, waste.length));
      left -= count;
      if (count == 0) {
        throw cutShort(entry.end - left);
      }
    }
  }

  private float[] floats() throws IOException {
    float[] values = new float[first()];
    for (int done = 0; done < entry.size; ) {
      ByteBuffer chunk = chunk(done);
      if (values.length == done) {
        values = Arrays.copyOf(values, grown(done, entry.size));
      }
      for (; chunk.hasRemaining(); done++) {
        values[done] = next(chunk);
      }
    }
    return values;
  }

  private float next(ByteBuffer chunk) {
    if (entry.type == StoredType.F32) {
      return chunk.getFloat();
    }
    short bits = chunk.getShort();
    return entry.type == StoredType.F16 ? HalfPrecision.ofHalf(bits) : HalfPrecision.ofBrain(bits);
  }

  private double[] doubles() throws IOException {
    double[] values = new double[first()];
    for (int done = 0; done < entry.size; ) {
      ByteBuffer chunk = chunk(done);
      if (values.length == done) {
        values = Arrays.copyOf(values, grown(done, entry.size));
      }
      int count = chunk.remaining() / Double.BYTES;
      chunk.asDoubleBuffer().get(values, done, count);
      done += count;
    }
    return values;
  }

  /** How many values to make room for at first: no more than the stream is known to have. */
  private int first() throws IOException {
    long there = in.available() / entry.type.bytes(1);
    return (int) Math.min(entry.size, Math.max(there, CHUNK));
  }

  /** The next values of the tensor, up to a chunk of them. */
  private ByteBuffer chunk(int done) throws IOException {
    int wanted = (int) entry.type.bytes(Math.min(entry.size - done, CHUNK));
    byte[] bytes = in.readNBytes(wanted);
    if (bytes.length < wanted) {
      throw cutShort(entry.begin + entry.type.bytes(done) + bytes.length);
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private WeightsException cutShort(long found) {
    return new WeightsException(
        String.format(
            Locale.ROOT,
            "the file ends within tensor %s: its values end at byte %d, found %d",
            entry.name(),
            entry.end,
            found));
  }

  private static int grown(int length, int limit) {
    return (int) Math.min(2L * length, limit);
  }
}
