package io.github.gradsmith.npz;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads one array. */
final class NpyReader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** Headers of three entries are a few hundred bytes long. */
  private static final int LONGEST_HEADER = 65_536;

  private NpyReader() {}

  /** Reads the stream to its end. */
  static Tensor read(String name, InputStream in) throws IOException {
    NpyHeader header = header(name, in);
    int length = header.size() * header.bytesOfOne();
    byte[] data = in.readNBytes(length);
    if (data.length < length) {
      throw new WeightsException(
          "array " + name + " ends after " + data.length + " of " + length + " bytes");
    }
    if (in.read() >= 0) {
      throw new WeightsException("array " + name + " goes on after its " + length + " bytes");
    }
    ByteBuffer bytes =
        ByteBuffer.wrap(data)
            .order(header.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    return header.bytesOfOne() == Double.BYTES
        ? Tensor.of(name, doubles(header, bytes), header.shape())
        : Tensor.of(name, floats(header, bytes), header.shape());
  }

  private static NpyHeader header(String name, InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
      throw new WeightsException("the entry " + name + ".npy is no array of NumPy");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3) {
      throw new WeightsException(
          "array " + name + " has version " + version + " of the format, expected 1 to 3");
    }
    byte[] length = in.readNBytes(version == 1 ? Short.BYTES : Integer.BYTES);
    long claimed = 0;
    for (int k = length.length - 1; k >= 0; k--) {
      claimed = claimed << 8 | length[k] & 0xff;
    }
    if (claimed > LONGEST_HEADER) {
      throw new WeightsException("array " + name + " claims a header of " + claimed + " bytes");
    }
    byte[] text = in.readNBytes((int) claimed);
    if (text.length < claimed) {
      throw new WeightsException("array " + name + " ends within its header");
    }
    return NpyHeader.parse(name, new String(text, StandardCharsets.UTF_8));
  }

  private static float[] floats(NpyHeader header, ByteBuffer bytes) {
    float[] values = new float[header.size()];
    for (int i = 0; i < values.length; i++) {
      int at = place(header, i);
      values[i] =
          header.bytesOfOne() == Float.BYTES
              ? bytes.getFloat(at * Float.BYTES)
              : ofHalf(bytes.getShort(at * Short.BYTES));
    }
    return values;
  }

  private static double[] doubles(NpyHeader header, ByteBuffer bytes) {
    double[] values = new double[header.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getDouble(place(header, i) * Double.BYTES);
    }
    return values;
  }

  /** Where the value that is number {@code i} by rows stands in the file. */
  private static int place(NpyHeader header, int i) {
    if (!header.isByColumns()) {
      return i;
    }
    int[] shape = header.shape();
    int stride = header.size();
    int place = 0;
    for (int k = shape.length - 1; k >= 0; k--) {
      stride /= shape[k];
      place += i % shape[k] * stride;
      i /= shape[k];
    }
    return place;
  }

  /** IEEE 754 half precision: 5 bits of exponent, 10 of fraction. */
  private static float ofHalf(short bits) {
    int exponent = bits >>> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float magnitude;
    if (exponent == 0) {
      magnitude = fraction * 0x1p-24f;
    } else if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else {
      magnitude = Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
