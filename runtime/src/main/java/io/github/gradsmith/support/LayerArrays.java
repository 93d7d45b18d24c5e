package io.github.gradsmith.support;

import java.util.Arrays;

/**
 * What happens to all numbers of a layer at once, one for each weight and bias: parameters,
 * gradients, or what an optimizer keeps of them.
 */
public final class LayerArrays {
  private LayerArrays() {}

  /** A layer into the flat array at {@code offset}: weights [out][in], then biases. */
  public static void copyOut(float[][] w, float[] b, float[] flat, int offset) {
    int to = offset;
    for (float[] row : w) {
      System.arraycopy(row, 0, flat, to, row.length);
      to += row.length;
    }
    System.arraycopy(b, 0, flat, to, b.length);
  }

  /** A layer out of the flat array from {@code offset} on: weights [out][in], then biases. */
  public static void copyIn(float[] flat, int offset, float[][] w, float[] b) {
    int from = offset;
    for (float[] row : w) {
      System.arraycopy(flat, from, row, 0, row.length);
      from += row.length;
    }
    System.arraycopy(flat, from, b, 0, b.length);
  }

  /** Sets all numbers of a layer to 0. */
  public static void clear(float[][] w, float[] b) {
    for (float[] row : w) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(b, 0);
  }

  /** A layer into the flat array at {@code offset}: weights [out][in], then biases. */
  public static void copyOut(double[][] w, double[] b, double[] flat, int offset) {
    int to = offset;
    for (double[] row : w) {
      System.arraycopy(row, 0, flat, to, row.length);
      to += row.length;
    }
    System.arraycopy(b, 0, flat, to, b.length);
  }

  /** A layer out of the flat array from {@code offset} on: weights [out][in], then biases. */
  public static void copyIn(double[] flat, int offset, double[][] w, double[] b) {
    int from = offset;
    for (double[] row : w) {
      System.arraycopy(flat, from, row, 0, row.length);
      from += row.length;
    }
    System.arraycopy(flat, from, b, 0, b.length);
  }

  /** Sets all numbers of a layer to 0. */
  public static void clear(double[][] w, double[] b) {
    for (double[] row : w) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(b, 0);
  }
}
