package io.github.gradsmith.internal.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Part of an array, little-endian. Copied to bytes chunk by chunk, so that large layers need no
 * second array of their size.
 */
abstract class RawValues implements Message.Part {
  private static final int CHUNK = 1 << 10;

  private final int from;
  private final int to;
  private final int bytesEach;

  private RawValues(int from, int to, int bytesEach) {
    this.from = from;
    this.to = to;
    this.bytesEach = bytesEach;
  }

  static RawValues of(float[] values, int from, int to) {
    return new RawValues(from, to, Float.BYTES) {
      @Override
      void put(ByteBuffer chunk, int index) {
        chunk.putFloat(values[index]);
      }
    };
  }

  static RawValues of(long... values) {
    return new RawValues(0, values.length, Long.BYTES) {
      @Override
      void put(ByteBuffer chunk, int index) {
        chunk.putLong(values[index]);
      }
    };
  }

  static RawValues of(double[] values, int from, int to) {
    return new RawValues(from, to, Double.BYTES) {
      @Override
      void put(ByteBuffer chunk, int index) {
        chunk.putDouble(values[index]);
      }
    };
  }

  abstract void put(ByteBuffer chunk, int index);

  @Override
  public long size() {
    return (long) (to - from) * bytesEach;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * bytesEach).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = from; i < to; i++) {
      put(chunk, i);
      if (!chunk.hasRemaining()) {
        out.write(chunk.array());
        chunk.clear();
      }
    }
    out.write(chunk.array(), 0, chunk.position());
  }
}
