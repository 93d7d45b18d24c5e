package io.github.gradsmith.internal.math;

/**
 * Sums as four sums side by side: a single one would wait for each addition to end. The order of
 * the additions is fixed, so the bits are the same on every JVM. Small enough to be inlined, so
 * that the constants of a call unroll the loop.
 */
public final class Sums {
  private Sums() {}

  /**
   * t[from] + … + t[to − 1].
   *
   * @param to {@code from} and a multiple of 4
   */
  public static float sum(float[] t, int from, int to) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    for (int l = from; l < to; l += 4) {
      s0 += t[l];
      s1 += t[l + 1];
      s2 += t[l + 2];
      s3 += t[l + 3];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /**
   * t[from] + … + t[to − 1].
   *
   * @param to {@code from} and a multiple of 4
   */
  public static double sum(double[] t, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int l = from; l < to; l += 4) {
      s0 += t[l];
      s1 += t[l + 1];
      s2 += t[l + 2];
      s3 += t[l + 3];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
