package io.github.gradsmith.internal.check;

/**
 * Checks of the arguments of a generated network's methods. None allocates when all is well; what
 * is wrong is described in methods of its own, so that the checks stay small enough to inline.
 */
public final class Arguments {
  private Arguments() {}

  /**
   * Demands that an array holds the expected number of values.
   *
   * @throws NullPointerException if it is null
   * @throws IllegalArgumentException if it holds more or fewer
   */
  public static void length(float[] array, int expected, String name) {
    if (array == null || array.length != expected) {
      throw array == null ? missing(name) : wrongLength(name, array.length, expected);
    }
  }

  /** As {@link #length(float[], int, String)}. */
  public static void length(double[] array, int expected, String name) {
    if (array == null || array.length != expected) {
      throw array == null ? missing(name) : wrongLength(name, array.length, expected);
    }
  }

  /**
   * Demands the expected number of rows; the rows themselves are not looked at.
   *
   * @throws NullPointerException if the array of rows is null
   * @throws IllegalArgumentException if it has more or fewer
   */
  public static void rowCount(float[][] rows, int expected, String name) {
    if (rows == null || rows.length != expected) {
      throw rows == null ? missing(name) : wrongRowCount(name, rows.length, expected);
    }
  }

  /** As {@link #rowCount(float[][], int, String)}. */
  public static void rowCount(double[][] rows, int expected, String name) {
    if (rows == null || rows.length != expected) {
      throw rows == null ? missing(name) : wrongRowCount(name, rows.length, expected);
    }
  }

  /**
   * Demands that the rows from {@code from} (inclusive) to {@code to} (exclusive) exist and hold
   * {@code width} values each; the other rows are not looked at.
   *
   * @throws NullPointerException if the array of rows or one of these rows is null
   * @throws IndexOutOfBoundsException if the range does not lie within the rows
   * @throws IllegalArgumentException if one of these rows holds more or fewer values
   */
  public static void batch(float[][] rows, int from, int to, int width, String name) {
    if (rows == null) {
      throw missing(name);
    }
    if (from < 0 || from > to || to > rows.length) {
      throw outOfBounds(name, from, to, rows.length);
    }
    for (int i = from; i < to; i++) {
      float[] row = rows[i];
      if (row == null || row.length != width) {
        throw row == null ? missing(at(name, i)) : wrongLength(at(name, i), row.length, width);
      }
    }
  }

  /** As {@link #batch(float[][], int, int, int, String)}. */
  public static void batch(double[][] rows, int from, int to, int width, String name) {
    if (rows == null) {
      throw missing(name);
    }
    if (from < 0 || from > to || to > rows.length) {
      throw outOfBounds(name, from, to, rows.length);
    }
    for (int i = from; i < to; i++) {
      double[] row = rows[i];
      if (row == null || row.length != width) {
        throw row == null ? missing(at(name, i)) : wrongLength(at(name, i), row.length, width);
      }
    }
  }

  /**
   * Demands that a range has at least one sample: the mean over none is undefined.
   *
   * @throws IllegalArgumentException if {@code from} equals {@code to}
   */
  public static void notEmpty(int from, int to) {
    if (from == to) {
      throw emptyRange(from, to);
    }
  }

  /**
   * Demands a learning rate that is finite and at least 0. At 0 a step leaves the parameters alone.
   *
   * @throws IllegalArgumentException if it is another one
   */
  public static void learningRate(float rate) {
    if (!(rate >= 0 && rate <= Float.MAX_VALUE)) {
      throw wrongRate(rate);
    }
  }

  /** As {@link #learningRate(float)}. */
  public static void learningRate(double rate) {
    if (!(rate >= 0 && rate <= Double.MAX_VALUE)) {
      throw wrongRate(rate);
    }
  }

  /**
   * Demands a number above 0, which may be infinite.
   *
   * @return the number
   * @throws IllegalArgumentException if it is another one
   */
  public static double positive(double number, String name) {
    if (!(number > 0)) {
      throw notPositive(number, name);
    }
    return number;
  }

  /**
   * The sum of the weights of rows.
   *
   * @throws NullPointerException if the array is null
   * @throws IndexOutOfBoundsException if the range does not lie within it
   * @throws IllegalArgumentException if the range is empty, a weight is negative or not finite, or
   *     all are 0
   */
  public static double weights(float[] weights, int from, int to) {
    if (weights == null) {
      throw missing("weights");
    }
    if (from < 0 || from > to || to > weights.length) {
      throw outOfBounds("weights", from, to, weights.length);
    }
    notEmpty(from, to);
    double sum = 0;
    for (int i = from; i < to; i++) {
      if (!(weights[i] >= 0 && weights[i] <= Float.MAX_VALUE)) {
        throw wrongWeight(i, weights[i]);
      }
      sum += weights[i];
    }
    if (!(sum > 0 && sum <= Double.MAX_VALUE)) {
      throw wrongSum(from, to, sum);
    }
    return sum;
  }

  /** Whether the weights of rows are all the same: their weighted mean is then the mean. */
  public static boolean areEqual(float[] weights, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (weights[i] != weights[from]) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #weights(float[], int, int)}. */
  public static double weights(double[] weights, int from, int to) {
    if (weights == null) {
      throw missing("weights");
    }
    if (from < 0 || from > to || to > weights.length) {
      throw outOfBounds("weights", from, to, weights.length);
    }
    notEmpty(from, to);
    double sum = 0;
    for (int i = from; i < to; i++) {
      if (!(weights[i] >= 0 && weights[i] <= Double.MAX_VALUE)) {
        throw wrongWeight(i, weights[i]);
      }
      sum += weights[i];
    }
    if (!(sum > 0 && sum <= Double.MAX_VALUE)) {
      throw wrongSum(from, to, sum);
    }
    return sum;
  }

  /** As {@link #areEqual(float[], int, int)}. */
  public static boolean areEqual(double[] weights, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (weights[i] != weights[from]) {
        return false;
      }
    }
    return true;
  }

  /** What is thrown where a network is to copy one of another class than its own, or none. */
  public static RuntimeException otherClass(Object other, Object own) {
    return other == null
        ? missing("other")
        : new IllegalArgumentException(
            "other is a "
                + other.getClass().getName()
                + ", expected a "
                + own.getClass().getName()
                + ": networks of one generated class alone can be copied into each other");
  }

  /**
   * Demands that values of an input are indices, which an embedding reads: whole numbers from 0 up
   * to its categories. They stand in blocks of equal length and distance.
   *
   * @param row the number of the input among several; −1 if it is the only one
   * @param layer what the embedding is called
   * @param first the place of the first index
   * @param length indices of a block
   * @param blocks as many of them
   * @param stride values from the beginning of a block to that of the next
   * @throws IllegalArgumentException if one of them is no index
   */
  public static void indices(
      float[] input,
      int row,
      String layer,
      int categories,
      int first,
      int length,
      int blocks,
      int stride) {
    for (int start = first, block = 0; block < blocks; start += stride, block++) {
      for (int i = start; i < start + length; i++) {
        float index = input[i];
        if (!(index >= 0 && index < categories && index == (int) index)) {
          throw noIndex(index, row, i, layer, categories);
        }
      }
    }
  }

  /** As {@link #indices(float[], int, String, int, int, int, int, int)}. */
  public static void indices(
      double[] input,
      int row,
      String layer,
      int categories,
      int first,
      int length,
      int blocks,
      int stride) {
    for (int start = first, block = 0; block < blocks; start += stride, block++) {
      for (int i = start; i < start + length; i++) {
        double index = input[i];
        if (!(index >= 0 && index < categories && index == (int) index)) {
          throw noIndex(index, row, i, layer, categories);
        }
      }
    }
  }

  private static String at(String name, int index) {
    return name + "[" + index + "]";
  }

  private static RuntimeException missing(String name) {
    return new NullPointerException(name + " is null");
  }

  private static RuntimeException outOfBounds(String name, int from, int to, int length) {
    return new IndexOutOfBoundsException(
        name + ": range [" + from + ", " + to + ") out of bounds for length " + length);
  }

  private static RuntimeException wrongLength(String name, int given, int expected) {
    return wrongCount(name, given, given == 1 ? " value" : " values", expected);
  }

  private static RuntimeException wrongRowCount(String name, int given, int expected) {
    return wrongCount(name, given, given == 1 ? " row" : " rows", expected);
  }

  private static RuntimeException wrongCount(String name, int given, String unit, int expected) {
    return new IllegalArgumentException(name + " has " + given + unit + ", expected " + expected);
  }

  private static RuntimeException emptyRange(int from, int to) {
    return new IllegalArgumentException(
        "the range from "
            + from
            + " to "
            + to
            + " is empty: a mini-batch needs at least one sample");
  }

  private static RuntimeException noIndex(
      Number value, int row, int place, String layer, int categories) {
    String input = row < 0 ? "input" : at("inputs", row);
    return new IllegalArgumentException(
        at(input, place)
            + " is "
            + value
            + ", which the embedding "
            + layer
            + " cannot look up: expected a whole number from 0 to "
            + (categories - 1));
  }

  private static RuntimeException notPositive(double number, String name) {
    return new IllegalArgumentException(name + " is " + number + ", expected more than 0");
  }

  static RuntimeException wrongWeight(int row, Number weight) {
    return new IllegalArgumentException(
        at("weights", row) + " is " + weight + ", expected a finite number that is at least 0");
  }

  private static RuntimeException wrongSum(int from, int to, double sum) {
    return new IllegalArgumentException(
        "the weights of the rows from "
            + from
            + " to "
            + to
            + " add up to "
            + sum
            + ": at least one must be above 0, and their sum finite");
  }

  private static RuntimeException wrongRate(Number rate) {
    return new IllegalArgumentException(
        "learningRate is " + rate + ", expected a finite number that is at least 0");
  }
}
