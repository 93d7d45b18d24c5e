package io.github.gradsmith.internal.layout;

import java.util.Arrays;

/**
 * Weights in panels: a panel belongs to a fixed number of neurons, the last one filled up with
 * zeros, and holds for one input after the other the weights to all of them side by side. SIMD
 * kernels then need no sum across the lanes of a vector. {@link LayerArrays} and {@link
 * ColumnArrays} are the other orders.
 */
public final class PanelArrays {
  /**
   * Neurons that are copied side by side, as they share a cache line; a panel has a multiple of so
   * many. 784 → 128 takes 51 µs instead of 80 neuron by neuron.
   */
  private static final int GROUP = 4;

  /** Inputs that are copied at a time: a panel's weights of them stay in the first level cache. */
  private static final int BLOCK = 128;

  private static final int HEADER = 16;
  private static final int REFERENCE = 4;
  private static final int ALIGNMENT = 8;

  private PanelArrays() {}

  /** So many neurons fill up the last panel of {@code outputs}. */
  public static int width(int outputs, int panel) {
    return (outputs + panel - 1) / panel * panel;
  }

  /** Bytes of the weights as {@link #floats} or {@link #doubles} creates them, with headers. */
  public static long heapBytes(int inputs, int outputs, int panel, int bytesOfOne) {
    long panels = width(outputs, panel) / panel;
    return array(panels, REFERENCE) + panels * array((long) inputs * panel, bytesOfOne);
  }

  private static long array(long length, int bytesOfOne) {
    return (HEADER + length * bytesOfOne + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** Weights of {@code inputs} and {@code outputs}, all 0, in panels of {@code panel} neurons. */
  public static float[][] floats(int inputs, int outputs, int panel) {
    return new float[width(outputs, panel) / panel][inputs * panel];
  }

  /** A layer into the flat array at {@code offset}: weights [out][in], then biases. */
  public static void copyOut(float[][] w, float[] b, int inputs, float[] flat, int offset) {
    copyOut(w, b.length, inputs, flat, offset);
    System.arraycopy(b, 0, flat, offset + inputs * b.length, b.length);
  }

  public static void copyOut(float[][] w, int outputs, int inputs, float[] flat, int offset) {
    for (int first = 0; first < inputs; first += BLOCK) {
      copyOut(w, outputs, inputs, first, Math.min(first + BLOCK, inputs), flat, offset);
    }
  }

  private static void copyOut(
      float[][] w, int outputs, int inputs, int first, int end, float[] flat, int offset) {
    int panel = w[0].length / inputs;
    int j = 0;
    for (; j <= outputs - GROUP; j += GROUP) {
      float[] weights = w[j / panel];
      int to0 = offset + j * inputs;
      int to1 = to0 + inputs;
      int to2 = to1 + inputs;
      int to3 = to2 + inputs;
      for (int i = first; i < end; i++) {
        int p = i * panel + j % panel;
        flat[to0 + i] = weights[p];
        flat[to1 + i] = weights[p + 1];
        flat[to2 + i] = weights[p + 2];
        flat[to3 + i] = weights[p + 3];
      }
    }
    for (; j < outputs; j++) {
      float[] weights = w[j / panel];
      for (int i = first; i < end; i++) {
        flat[offset + j * inputs + i] = weights[i * panel + j % panel];
      }
    }
  }

  /** A layer out of the flat array from {@code offset} on: weights [out][in], then biases. */
  public static void copyIn(float[] flat, int offset, float[][] w, float[] b, int inputs) {
    copyIn(flat, offset, w, b.length, inputs);
    System.arraycopy(flat, offset + inputs * b.length, b, 0, b.length);
  }

  public static void copyIn(float[] flat, int offset, float[][] w, int outputs, int inputs) {
    clearPadding(w, outputs, inputs);
    for (int first = 0; first < inputs; first += BLOCK) {
      copyIn(flat, offset, w, outputs, inputs, first, Math.min(first + BLOCK, inputs));
    }
  }

  private static void copyIn(
      float[] flat, int offset, float[][] w, int outputs, int inputs, int first, int end) {
    int panel = w[0].length / inputs;
    int j = 0;
    for (; j <= outputs - GROUP; j += GROUP) {
      float[] weights = w[j / panel];
      int from0 = offset + j * inputs;
      int from1 = from0 + inputs;
      int from2 = from1 + inputs;
      int from3 = from2 + inputs;
      for (int i = first; i < end; i++) {
        int p = i * panel + j % panel;
        weights[p] = flat[from0 + i];
        weights[p + 1] = flat[from1 + i];
        weights[p + 2] = flat[from2 + i];
        weights[p + 3] = flat[from3 + i];
      }
    }
    for (; j < outputs; j++) {
      float[] weights = w[j / panel];
      for (int i = first; i < end; i++) {
        weights[i * panel + j % panel] = flat[offset + j * inputs + i];
      }
    }
  }

  /** Sets what fills up the last panel to 0; {@code outputs} are the neurons that there are. */
  public static void clearPadding(float[][] w, int outputs, int inputs) {
    int panel = w[0].length / inputs;
    int used = outputs % panel;
    if (used != 0) {
      float[] last = w[w.length - 1];
      for (int i = 0; i < inputs; i++) {
        Arrays.fill(last, i * panel + used, (i + 1) * panel, 0);
      }
    }
  }

  /** Weights of {@code inputs} and {@code outputs}, all 0, in panels of {@code panel} neurons. */
  public static double[][] doubles(int inputs, int outputs, int panel) {
    return new double[width(outputs, panel) / panel][inputs * panel];
  }

  /** A layer into the flat array at {@code offset}: weights [out][in], then biases. */
  public static void copyOut(double[][] w, double[] b, int inputs, double[] flat, int offset) {
    copyOut(w, b.length, inputs, flat, offset);
    System.arraycopy(b, 0, flat, offset + inputs * b.length, b.length);
  }

  public static void copyOut(double[][] w, int outputs, int inputs, double[] flat, int offset) {
    for (int first = 0; first < inputs; first += BLOCK) {
      copyOut(w, outputs, inputs, first, Math.min(first + BLOCK, inputs), flat, offset);
    }
  }

  private static void copyOut(
      double[][] w, int outputs, int inputs, int first, int end, double[] flat, int offset) {
    int panel = w[0].length / inputs;
    int j = 0;
    for (; j <= outputs - GROUP; j += GROUP) {
      double[] weights = w[j / panel];
      int to0 = offset + j * inputs;
      int to1 = to0 + inputs;
      int to2 = to1 + inputs;
      int to3 = to2 + inputs;
      for (int i = first; i < end; i++) {
        int p = i * panel + j % panel;
        flat[to0 + i] = weights[p];
        flat[to1 + i] = weights[p + 1];
        flat[to2 + i] = weights[p + 2];
        flat[to3 + i] = weights[p + 3];
      }
    }
    for (; j < outputs; j++) {
      double[] weights = w[j / panel];
      for (int i = first; i < end; i++) {
        flat[offset + j * inputs + i] = weights[i * panel + j % panel];
      }
    }
  }

  /** A layer out of the flat array from {@code offset} on: weights [out][in], then biases. */
  public static void copyIn(double[] flat, int offset, double[][] w, double[] b, int inputs) {
    copyIn(flat, offset, w, b.length, inputs);
    System.arraycopy(flat, offset + inputs * b.length, b, 0, b.length);
  }

  public static void copyIn(double[] flat, int offset, double[][] w, int outputs, int inputs) {
    clearPadding(w, outputs, inputs);
    for (int first = 0; first < inputs; first += BLOCK) {
      copyIn(flat, offset, w, outputs, inputs, first, Math.min(first + BLOCK, inputs));
    }
  }

  private static void copyIn(
      double[] flat, int offset, double[][] w, int outputs, int inputs, int first, int end) {
    int panel = w[0].length / inputs;
    int j = 0;
    for (; j <= outputs - GROUP; j += GROUP) {
      double[] weights = w[j / panel];
      int from0 = offset + j * inputs;
      int from1 = from0 + inputs;
      int from2 = from1 + inputs;
      int from3 = from2 + inputs;
      for (int i = first; i < end; i++) {
        int p = i * panel + j % panel;
        weights[p] = flat[from0 + i];
        weights[p + 1] = flat[from1 + i];
        weights[p + 2] = flat[from2 + i];
        weights[p + 3] = flat[from3 + i];
      }
    }
    for (; j < outputs; j++) {
      double[] weights = w[j / panel];
      for (int i = first; i < end; i++) {
        weights[i * panel + j % panel] = flat[offset + j * inputs + i];
      }
    }
  }

  /** Sets what fills up the last panel to 0; {@code outputs} are the neurons that there are. */
  public static void clearPadding(double[][] w, int outputs, int inputs) {
    int panel = w[0].length / inputs;
    int used = outputs % panel;
    if (used != 0) {
      double[] last = w[w.length - 1];
      for (int i = 0; i < inputs; i++) {
        Arrays.fill(last, i * panel + used, (i + 1) * panel, 0);
      }
    }
  }
}
