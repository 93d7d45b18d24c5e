package io.github.gradsmith.internal.row;

import io.github.gradsmith.internal.math.SeededRandom;
import java.time.LocalTime;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Components of rows as numbers: NaN is a missing one. */
public final class RowValues {
  /** Nanoseconds of a day. */
  public static final double DAY = 86_400e9;

  private RowValues() {}

  /** A number that may be null. */
  public static double number(Number value) {
    return value == null ? Double.NaN : value.doubleValue();
  }

  /** A number that may be absent. */
  public static double number(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : Double.NaN;
  }

  /** A number that may be absent. */
  public static double number(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : Double.NaN;
  }

  /** The time of day as a number; NaN for null. */
  public static double time(LocalTime time) {
    return time == null ? Double.NaN : time.toNanoOfDay();
  }

  /**
   * A number that must be there.
   *
   * @throws IllegalArgumentException if it is NaN
   */
  public static double present(double value, String component) {
    if (value != value) {
      throw RowState.missing(component);
    }
    return value;
  }

  /**
   * A component that must be there.
   *
   * @throws NullPointerException if it is null
   */
  public static <T> T present(T value, String component) {
    if (value == null) {
      throw new NullPointerException(component + " is null");
    }
    return value;
  }

  /** The bin that a number lies in: how many of the rising edges are not above it. */
  static int bin(double value, double[] edges) {
    int bin = 0;
    while (bin < edges.length && value >= edges[bin]) {
      bin++;
    }
    return bin;
  }

  /** FNV-1a over the UTF-16 units, then the finisher of SplitMix64, then the remainder. */
  static int hash(CharSequence text, int bins) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    return (int) Long.remainderUnsigned(SeededRandom.mix(h), bins);
  }

  /** The place of a word; as many as there are for any other text. */
  static int word(String text, String[] words) {
    for (int i = 0; i < words.length; i++) {
      if (words[i].equals(text)) {
        return i;
      }
    }
    return words.length;
  }

  /**
   * An array that must have a number of values.
   *
   * @throws NullPointerException if it is null
   * @throws IllegalArgumentException if it has more or fewer
   */
  public static float[] size(float[] values, int size, String component) {
    if (present(values, component).length != size) {
      throw wrongSize(component, values.length, size);
    }
    return values;
  }

  /** As {@link #size(float[], int, String)}. */
  public static double[] size(double[] values, int size, String component) {
    if (present(values, component).length != size) {
      throw wrongSize(component, values.length, size);
    }
    return values;
  }

  private static IllegalArgumentException wrongSize(String component, int found, int expected) {
    return new IllegalArgumentException(
        component + " has " + found + " numbers, expected " + expected);
  }
}
