package io.github.gradsmith.support;

/**
 * Sums of arrays as several sums side by side: a single one would wait for each addition to end.
 * The order of the additions is fixed, so the bits are the same on every JVM.
 */
public final class Sums {
  private Sums() {}

  /**
   * Σ t in sixteen sums.
   *
   * @param t a multiple of 16 values, at least 16
   */
  public static float sum(float[] t) {
    float s0 = t[0];
    float s1 = t[1];
    float s2 = t[2];
    float s3 = t[3];
    float s4 = t[4];
    float s5 = t[5];
    float s6 = t[6];
    float s7 = t[7];
    float s8 = t[8];
    float s9 = t[9];
    float s10 = t[10];
    float s11 = t[11];
    float s12 = t[12];
    float s13 = t[13];
    float s14 = t[14];
    float s15 = t[15];
    for (int l = 16; l < t.length; l += 16) {
      s0 += t[l];
      s1 += t[l + 1];
      s2 += t[l + 2];
      s3 += t[l + 3];
      s4 += t[l + 4];
      s5 += t[l + 5];
      s6 += t[l + 6];
      s7 += t[l + 7];
      s8 += t[l + 8];
      s9 += t[l + 9];
      s10 += t[l + 10];
      s11 += t[l + 11];
      s12 += t[l + 12];
      s13 += t[l + 13];
      s14 += t[l + 14];
      s15 += t[l + 15];
    }
    float low = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    float high = ((s8 + s9) + (s10 + s11)) + ((s12 + s13) + (s14 + s15));
    return low + high;
  }

  /**
   * Σ t in eight sums.
   *
   * @param t a multiple of 8 values, at least 8
   */
  public static double sum(double[] t) {
    double s0 = t[0];
    double s1 = t[1];
    double s2 = t[2];
    double s3 = t[3];
    double s4 = t[4];
    double s5 = t[5];
    double s6 = t[6];
    double s7 = t[7];
    for (int l = 8; l < t.length; l += 8) {
      s0 += t[l];
      s1 += t[l + 1];
      s2 += t[l + 2];
      s3 += t[l + 3];
      s4 += t[l + 4];
      s5 += t[l + 5];
      s6 += t[l + 6];
      s7 += t[l + 7];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }
}
