package io.github.gradsmith.npz;

import io.github.gradsmith.WeightsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dictionary that an array begins with.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format
 *     of .npy files</a>
 */
final class NpyHeader {
  /** More dimensions no array of NumPy has. */
  private static final int MOST_DIMENSIONS = 64;

  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");
  private static final Pattern KNOWN_TYPE = Pattern.compile("([<>])f([248])");

  private final boolean bigEndian;
  private final int bytesOfOne;
  private final boolean byColumns;
  private final int[] shape;
  private final int size;

  private NpyHeader(boolean bigEndian, int bytesOfOne, boolean byColumns, int[] shape, int size) {
    this.bigEndian = bigEndian;
    this.bytesOfOne = bytesOfOne;
    this.byColumns = byColumns;
    this.shape = shape;
    this.size = size;
  }

  static NpyHeader parse(String name, String text) throws WeightsException {
    String type = value(TYPE, "descr", name, text);
    Matcher known = KNOWN_TYPE.matcher(type);
    if (!known.matches()) {
      throw new WeightsException(
          "array "
              + name
              + " is of type "
              + type
              + ", expected float16, float32 or float64: convert it with astype('float32')");
    }
    int[] shape = shape(name, value(SHAPE, "shape", name, text));
    int bytes = Integer.parseInt(known.group(2));
    return new NpyHeader(
        known.group(1).equals(">"),
        bytes,
        value(ORDER, "fortran_order", name, text).equals("True"),
        shape,
        size(name, shape, bytes));
  }

  private static String value(Pattern pattern, String key, String name, String text)
      throws WeightsException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new WeightsException("array " + name + " has a header without a readable " + key);
    }
    return matcher.group(1);
  }

  private static int[] shape(String name, String text) throws WeightsException {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return new int[0];
    }
    String[] parts = trimmed.split("\\s*,\\s*");
    if (parts.length > MOST_DIMENSIONS) {
      throw new WeightsException("array " + name + " has " + parts.length + " dimensions");
    }
    int[] shape = new int[parts.length];
    for (int k = 0; k < parts.length; k++) {
      try {
        shape[k] = Integer.parseInt(parts[k]);
      } catch (NumberFormatException e) {
        throw new WeightsException("array " + name + " has the shape (" + text + ")", e);
      }
    }
    return shape;
  }

  private static int size(String name, int[] shape, int bytes) throws WeightsException {
    long size = 1;
    for (int dimension : shape) {
      size *= dimension;
      if (size * bytes > Integer.MAX_VALUE - 8) {
        throw new WeightsException("array " + name + " is larger than 2 GB");
      }
    }
    return (int) size;
  }

  boolean isBigEndian() {
    return bigEndian;
  }

  int bytesOfOne() {
    return bytesOfOne;
  }

  /** Whether the first dimension runs fastest. */
  boolean isByColumns() {
    return byColumns;
  }

  int[] shape() {
    return shape;
  }

  /** The number of values. */
  int size() {
    return size;
  }
}
