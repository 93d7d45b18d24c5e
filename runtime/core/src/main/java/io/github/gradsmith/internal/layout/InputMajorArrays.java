package io.github.gradsmith.internal.layout;

/** Copies weights [in][out] to rows [out][in], where deltas go back through them. */
public final class InputMajorArrays {
  private InputMajorArrays() {}

  /** Copies w [in][out] to t [out][in], eight rows side by side, as they share cache lines of t. */
  public static void transpose(float[][] w, float[][] t) {
    int i = 0;
    for (; i <= w.length - 8; i += 8) {
      eight(w, t, i);
    }
    for (; i < w.length; i++) {
      float[] r = w[i];
      for (int j = 0; j < r.length; j++) {
        t[j][i] = r[j];
      }
    }
  }

  private static void eight(float[][] w, float[][] t, int i) {
    float[] r0 = w[i];
    float[] r1 = w[i + 1];
    float[] r2 = w[i + 2];
    float[] r3 = w[i + 3];
    float[] r4 = w[i + 4];
    float[] r5 = w[i + 5];
    float[] r6 = w[i + 6];
    float[] r7 = w[i + 7];
    for (int j = 0; j < r0.length; j++) {
      float[] column = t[j];
      column[i] = r0[j];
      column[i + 1] = r1[j];
      column[i + 2] = r2[j];
      column[i + 3] = r3[j];
      column[i + 4] = r4[j];
      column[i + 5] = r5[j];
      column[i + 6] = r6[j];
      column[i + 7] = r7[j];
    }
  }

  /** Copies w [in][out] to t [out][in], eight rows side by side, as they share cache lines of t. */
  public static void transpose(double[][] w, double[][] t) {
    int i = 0;
    for (; i <= w.length - 8; i += 8) {
      eight(w, t, i);
    }
    for (; i < w.length; i++) {
      double[] r = w[i];
      for (int j = 0; j < r.length; j++) {
        t[j][i] = r[j];
      }
    }
  }

  private static void eight(double[][] w, double[][] t, int i) {
    double[] r0 = w[i];
    double[] r1 = w[i + 1];
    double[] r2 = w[i + 2];
    double[] r3 = w[i + 3];
    double[] r4 = w[i + 4];
    double[] r5 = w[i + 5];
    double[] r6 = w[i + 6];
    double[] r7 = w[i + 7];
    for (int j = 0; j < r0.length; j++) {
      double[] column = t[j];
      column[i] = r0[j];
      column[i + 1] = r1[j];
      column[i + 2] = r2[j];
      column[i + 3] = r3[j];
      column[i + 4] = r4[j];
      column[i + 5] = r5[j];
      column[i + 6] = r6[j];
      column[i + 7] = r7[j];
    }
  }
}
