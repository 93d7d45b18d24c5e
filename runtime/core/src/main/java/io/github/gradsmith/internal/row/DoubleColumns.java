package io.github.gradsmith.internal.row;

import io.github.gradsmith.internal.math.DoubleMath;

/** Writes components of rows that become several inputs of a network of doubles. */
public final class DoubleColumns {
  private DoubleColumns() {}

  /**
   * 1 in the column of a constant, 0 in the others.
   *
   * @param at the first input
   * @param columns of the enum's constants
   * @throws NullPointerException if the constant is null
   */
  public static void oneHot(double[] x, int at, int[] columns, Enum<?> constant, String component) {
    oneOf(x, at, columns.length, columns[RowValues.present(constant, component).ordinal()]);
  }

  /** As {@link #oneHot}; a missing constant is 0 in all columns, and 1 behind them. */
  public static void oneHotOrMissing(double[] x, int at, int[] columns, Enum<?> constant) {
    oneOf(x, at, columns.length, constant == null ? -1 : columns[constant.ordinal()]);
    x[at + columns.length] = constant == null ? 1 : 0;
  }

  /**
   * The position of a constant.
   *
   * @throws NullPointerException if it is null
   */
  public static double index(int[] columns, Enum<?> constant, String component) {
    return columns[RowValues.present(constant, component).ordinal()];
  }

  /** As {@link #index}; a missing constant is 0, and 1 behind it. */
  public static void indexOrMissing(double[] x, int at, int[] columns, Enum<?> constant) {
    x[at] = constant == null ? 0 : columns[constant.ordinal()];
    x[at + 1] = constant == null ? 1 : 0;
  }

  /**
   * Sine and cosine of 2π value / period.
   *
   * @throws IllegalArgumentException if the value is NaN
   */
  public static void cyclic(double[] x, int at, double value, double period, String component) {
    double angle = 2 * Math.PI * (RowValues.present(value, component) / period);
    x[at] = DoubleMath.sin(angle);
    x[at + 1] = DoubleMath.cos(angle);
  }

  /** As {@link #cyclic}; both of a missing value are 0, and 1 behind them. */
  public static void cyclicOrMissing(double[] x, int at, double value, double period) {
    boolean isMissing = value != value;
    if (isMissing) {
      x[at] = 0;
      x[at + 1] = 0;
    } else {
      cyclic(x, at, value, period, "");
    }
    x[at + 2] = isMissing ? 1 : 0;
  }

  /**
   * 1 for the bin that a value lies in, 0 for the others.
   *
   * @throws IllegalArgumentException if the value is NaN
   */
  public static void binned(double[] x, int at, double value, double[] edges, String component) {
    oneOf(x, at, edges.length + 1, RowValues.bin(RowValues.present(value, component), edges));
  }

  /** As {@link #binned}; a missing value is in no bin, and 1 behind them. */
  public static void binnedOrMissing(double[] x, int at, double value, double[] edges) {
    boolean isMissing = value != value;
    oneOf(x, at, edges.length + 1, isMissing ? -1 : RowValues.bin(value, edges));
    x[at + edges.length + 1] = isMissing ? 1 : 0;
  }

  /**
   * 1 for the bin of a text's hash, 0 for the others.
   *
   * @throws NullPointerException if the text is null
   */
  public static void hashed(double[] x, int at, int bins, String text, String component) {
    oneOf(x, at, bins, RowValues.hash(RowValues.present(text, component), bins));
  }

  /** As {@link #hashed}; a missing text is in no bin, and 1 behind them. */
  public static void hashedOrMissing(double[] x, int at, int bins, String text) {
    oneOf(x, at, bins, text == null ? -1 : RowValues.hash(text, bins));
    x[at + bins] = text == null ? 1 : 0;
  }

  /**
   * 1 for the word that a text equals, or behind all words for another text; 0 for the others.
   *
   * @throws NullPointerException if the text is null
   */
  public static void words(double[] x, int at, String[] words, String text, String component) {
    oneOf(x, at, words.length + 1, RowValues.word(RowValues.present(text, component), words));
  }

  /** As {@link #words}; a missing text is no word, and 1 behind them. */
  public static void wordsOrMissing(double[] x, int at, String[] words, String text) {
    oneOf(x, at, words.length + 1, text == null ? -1 : RowValues.word(text, words));
    x[at + words.length + 1] = text == null ? 1 : 0;
  }

  /**
   * The place of the largest of some outputs, counted from the first of them. NaN is larger than
   * any number; of equal ones it is the first.
   */
  public static int largest(double[] a, int from, int count) {
    int largest = from;
    for (int j = from + 1; j < from + count; j++) {
      if (a[j] > a[largest] || Double.isNaN(a[j]) && !Double.isNaN(a[largest])) {
        largest = j;
      }
    }
    return largest - from;
  }

  private static void oneOf(double[] x, int at, int count, int one) {
    for (int i = 0; i < count; i++) {
      x[at + i] = i == one ? 1 : 0;
    }
  }
}
