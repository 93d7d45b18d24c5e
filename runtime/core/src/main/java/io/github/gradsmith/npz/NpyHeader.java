package io.github.gradsmith.npz;

import io.github.gradsmith.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an array begins with, in versions 1.0 to 3.0 of the format.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format
 *     of .npy files</a>
 */
final class NpyHeader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

  /** Headers of three entries are a few hundred bytes long. */
  private static final int LONGEST = 65_536;

  /** More dimensions no array of NumPy has. */
  private static final int MOST_DIMENSIONS = 64;

  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final ElementType type;
  private final boolean byColumns;
  private final List<?> shape;
  private final int length;

  private NpyHeader(Map<?, ?> entries, int length) throws WeightsException {
    for (String key : KEYS) {
      if (!entries.containsKey(key)) {
        throw new WeightsException("has a header without " + key);
      }
    }
    if (entries.size() > KEYS.size()) {
      throw new WeightsException("has a header with further entries: " + entries.keySet());
    }
    if (!(entries.get("fortran_order") instanceof Boolean)) {
      throw new WeightsException("has a header with an unreadable fortran_order");
    }
    if (!(entries.get("shape") instanceof List)) {
      throw new WeightsException("has a header with an unreadable shape");
    }
    this.type = ElementType.of(entries.get("descr"));
    this.byColumns = (Boolean) entries.get("fortran_order");
    this.shape = (List<?>) entries.get("shape");
    this.length = length;
  }

  /**
   * Reads from the beginning of an array up to its data.
   *
   * @throws WeightsException if there is no such header; the message follows the array's name
   */
  static NpyHeader read(InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
      throw new WeightsException("is no array of NumPy");
    }
    int version = start[MAGIC.length];
    int minor = start[MAGIC.length + 1] & 0xff;
    if (version < 1 || version > 3 || minor != 0) {
      throw new WeightsException(
          "has version "
              + (version & 0xff)
              + "."
              + minor
              + " of the format, expected 1.0, 2.0 or 3.0");
    }
    byte[] count = in.readNBytes(version == 1 ? Short.BYTES : Integer.BYTES);
    long claimed = 0;
    for (int k = count.length - 1; k >= 0; k--) {
      claimed = claimed << 8 | count[k] & 0xff;
    }
    if (claimed > LONGEST) {
      throw new WeightsException(
          "claims a header of " + claimed + " bytes, at most " + LONGEST + " are read");
    }
    byte[] text = in.readNBytes((int) claimed);
    if (text.length < claimed) {
      throw new WeightsException("ends within its header");
    }
    Charset charset = version < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    Object value = PythonLiteral.parse(new String(text, charset));
    if (!(value instanceof Map)) {
      throw new WeightsException("has a header that is no dictionary");
    }
    return new NpyHeader((Map<?, ?>) value, start.length + count.length + text.length);
  }

  ElementType type() {
    return type;
  }

  /** Whether the first dimension runs fastest. */
  boolean isByColumns() {
    return byColumns;
  }

  /** Bytes before the data. */
  int length() {
    return length;
  }

  /**
   * The dimensions, outermost first.
   *
   * @throws WeightsException if the values are no numbers, or more than fit an array; the message
   *     follows the array's name
   */
  int[] shape() throws WeightsException {
    if (type.problem().isPresent()) {
      throw new WeightsException(
          type.problem().get() + ", expected float16, float32 or float64: " + type.cure());
    }
    if (shape.size() > MOST_DIMENSIONS) {
      throw new WeightsException("has " + shape.size() + " dimensions");
    }
    int[] dimensions = new int[shape.size()];
    long size = 1;
    for (int k = 0; k < dimensions.length; k++) {
      Object dimension = shape.get(k);
      if (!(dimension instanceof Long) || (Long) dimension < 0) {
        throw new WeightsException("has a header with an unreadable shape: " + shape);
      }
      if ((Long) dimension > LONGEST_ARRAY) {
        throw tooLarge();
      }
      dimensions[k] = (int) (long) (Long) dimension;
      size *= dimensions[k];
      if (size * type.bytes() > LONGEST_ARRAY) {
        throw tooLarge();
      }
    }
    return dimensions;
  }

  private WeightsException tooLarge() {
    return new WeightsException("is larger than 2 GB: its shape is " + shape);
  }
}
