package io.github.gradsmith.internal.check;

import io.github.gradsmith.internal.math.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which rows belong to which part, and checks of what is said of rows. */
public final class RowNumbers {
  private RowNumbers() {}

  /**
   * Two parts drawn at random: the numbers for training, then those for validation, both rising.
   *
   * @throws IllegalArgumentException unless the fraction is between 0 and 1 and there are two rows
   */
  public static int[][] split(int rows, double fraction, long seed) {
    int validation = validation(rows, fraction);
    int[] order = new int[rows];
    new SeededRandom(seed).shuffle(order);
    Arrays.sort(order, 0, validation);
    Arrays.sort(order, validation, rows);
    return new int[][] {
      Arrays.copyOfRange(order, validation, rows), Arrays.copyOf(order, validation)
    };
  }

  /**
   * How many rows a share for validation is, of which either part gets at least one.
   *
   * @throws IllegalArgumentException unless the fraction is between 0 and 1 and there are two rows
   */
  public static int validation(int rows, double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "fraction is " + fraction + ", expected a share of validation above 0 and below 1");
    }
    if (rows < 2) {
      throw new IllegalArgumentException("there is 1 row, but two parts need 2 or more");
    }
    return Math.max(1, Math.min(rows - 1, (int) (rows * fraction + 0.5)));
  }

  /** Two parts: the rows before a place, and the others. */
  public static int[][] cut(int rows, int row) {
    if (row < 1 || row >= rows) {
      throw new IllegalArgumentException(
          "row is "
              + row
              + ", but of "
              + rows
              + " rows either part needs at least one: expected 1 to "
              + (rows - 1));
    }
    return new int[][] {IntStream.range(0, row).toArray(), IntStream.range(row, rows).toArray()};
  }

  /** The classes that so many targets tell apart. */
  public static int classes(int outputs) {
    return Math.max(2, outputs);
  }

  /** Demands a row. */
  public static void notEmpty(int rows) {
    if (rows == 0) {
      throw new IllegalArgumentException("there is no row, expected at least one");
    }
  }

  /** Demands as many values as expected. */
  public static void count(int given, int expected, String name) {
    if (given != expected) {
      throw new IllegalArgumentException(name + " has length " + given + ", expected " + expected);
    }
  }

  /** Demands class numbers. */
  public static void labels(int[] labels, int classes) {
    if (classes < 1) {
      throw new IllegalArgumentException("classes is " + classes + ", expected at least 1");
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "labels[" + i + "] is " + labels[i] + ", expected 0 to " + (classes - 1));
      }
    }
  }

  /** Demands a weight that is finite and at least 0. */
  public static void weight(double weight, int row) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw Arguments.wrongWeight(row, weight);
    }
  }

  /** Demands that not all weights are 0. */
  public static void someWeight(double sum) {
    if (sum == 0) {
      throw new IllegalArgumentException("all weights are 0, expected at least one above 0");
    }
  }

  /** What is said of a row whose targets are no class. */
  public static IllegalArgumentException noClass(int row, int place, double target) {
    return new IllegalArgumentException(
        "targets["
            + row
            + "]["
            + place
            + "] is "
            + target
            + ", but weights of classes need targets that are 1 at the class and 0 elsewhere");
  }
}
