package io.github.gradsmith.internal.layout;

import java.util.Arrays;

/** What generated code asks of weights in panels, see {@link WeightLayout#panels}. */
public final class PanelArrays {
  private static final int HEADER = 16;
  private static final int REFERENCE = 4;
  private static final int ALIGNMENT = 8;

  private PanelArrays() {}

  /** So many neurons fill up the last panel of {@code outputs}. */
  public static int width(int outputs, int panel) {
    return (outputs + panel - 1) / panel * panel;
  }

  /** Bytes of the weights as a layout creates them, with headers. */
  public static long heapBytes(int inputs, int outputs, int panel, int bytesOfOne) {
    long panels = width(outputs, panel) / panel;
    return array(panels, REFERENCE) + panels * array((long) inputs * panel, bytesOfOne);
  }

  private static long array(long length, int bytesOfOne) {
    return (HEADER + length * bytesOfOne + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
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
