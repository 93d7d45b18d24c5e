package io.github.gradsmith.support;

/**
 * Copies the numbers of a layer that keeps them [in][out], a row for each input, from and to the
 * order [out][in] in which everyone else knows them. {@link LayerArrays} does it for layers that
 * keep them in that order.
 */
public final class ColumnArrays {
  private ColumnArrays() {}

  /** A layer into the flat array at {@code offset}: weights [out][in], then biases. */
  public static void copyOut(float[][] w, float[] b, float[] flat, int offset) {
    copyOut(w, flat, offset);
    System.arraycopy(b, 0, flat, offset + w.length * b.length, b.length);
  }

  static void copyOut(float[][] w, float[] flat, int offset) {
    for (int i = 0; i < w.length; i++) {
      float[] row = w[i];
      for (int j = 0; j < row.length; j++) {
        flat[offset + j * w.length + i] = row[j];
      }
    }
  }

  /** A layer out of the flat array from {@code offset} on: weights [out][in], then biases. */
  public static void copyIn(float[] flat, int offset, float[][] w, float[] b) {
    copyIn(flat, offset, w);
    System.arraycopy(flat, offset + w.length * b.length, b, 0, b.length);
  }

  static void copyIn(float[] flat, int offset, float[][] w) {
    for (int i = 0; i < w.length; i++) {
      float[] row = w[i];
      for (int j = 0; j < row.length; j++) {
        row[j] = flat[offset + j * w.length + i];
      }
    }
  }

  /** A layer into the flat array at {@code offset}: weights [out][in], then biases. */
  public static void copyOut(double[][] w, double[] b, double[] flat, int offset) {
    copyOut(w, flat, offset);
    System.arraycopy(b, 0, flat, offset + w.length * b.length, b.length);
  }

  static void copyOut(double[][] w, double[] flat, int offset) {
    for (int i = 0; i < w.length; i++) {
      double[] row = w[i];
      for (int j = 0; j < row.length; j++) {
        flat[offset + j * w.length + i] = row[j];
      }
    }
  }

  /** A layer out of the flat array from {@code offset} on: weights [out][in], then biases. */
  public static void copyIn(double[] flat, int offset, double[][] w, double[] b) {
    copyIn(flat, offset, w);
    System.arraycopy(flat, offset + w.length * b.length, b, 0, b.length);
  }

  static void copyIn(double[] flat, int offset, double[][] w) {
    for (int i = 0; i < w.length; i++) {
      double[] row = w[i];
      for (int j = 0; j < row.length; j++) {
        row[j] = flat[offset + j * w.length + i];
      }
    }
  }
}
