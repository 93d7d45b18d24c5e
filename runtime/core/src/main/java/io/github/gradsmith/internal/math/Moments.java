package io.github.gradsmith.internal.math;

/**
 * What a layer that makes rows normal knows of each of them, in an array. Sums are four side by
 * side, as those of {@link Sums}: the order of additions is fixed.
 */
public final class Moments {
  /** Place of the mean, rounded. */
  public static final int MEAN = 0;

  /** Place of the mean distance from {@link #MEAN}: what rounding took. */
  public static final int REST = 1;

  /** Place of 1 / √(variance + ε). */
  public static final int INVERSE = 2;

  /** Place of the mean of errors. */
  public static final int ERROR = 3;

  /** Place of the mean of errors times normal values. */
  public static final int SLOPE = 4;

  /** Numbers of a row. */
  public static final int COUNT = 5;

  private Moments() {}

  /**
   * Mean and deviation of a row, from its values and then from their distances: those of a nearly
   * constant row lose no digits. Distances from a rounded mean have a mean of their own, which is
   * kept, too.
   *
   * @param x holds the row from {@code from} on
   * @param n values of the row
   * @param m takes {@link #MEAN}, {@link #REST} and {@link #INVERSE} from {@code at} on
   */
  public static void of(float[] x, int from, int n, float epsilon, float[] m, int at) {
    float mean = sum(x, from, from + n) / n;
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float q0 = 0;
    float q1 = 0;
    float q2 = 0;
    float q3 = 0;
    int j = from;
    for (; j < from + n - 3; j += 4) {
      float d0 = x[j] - mean;
      float d1 = x[j + 1] - mean;
      float d2 = x[j + 2] - mean;
      float d3 = x[j + 3] - mean;
      s0 += d0;
      s1 += d1;
      s2 += d2;
      s3 += d3;
      q0 += d0 * d0;
      q1 += d1 * d1;
      q2 += d2 * d2;
      q3 += d3 * d3;
    }
    for (; j < from + n; j++) {
      float d = x[j] - mean;
      s0 += d;
      q0 += d * d;
    }
    float rest = ((s0 + s1) + (s2 + s3)) / n;
    float variance = ((q0 + q1) + (q2 + q3)) / n - rest * rest;
    m[at + MEAN] = mean;
    m[at + REST] = rest;
    m[at + INVERSE] = (float) (1 / StrictMath.sqrt(Math.max(variance, 0) + epsilon));
  }

  private static float sum(float[] x, int from, int to) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int j = from;
    for (; j < to - 3; j += 4) {
      s0 += x[j];
      s1 += x[j + 1];
      s2 += x[j + 2];
      s3 += x[j + 3];
    }
    for (; j < to; j++) {
      s0 += x[j];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /**
   * What the errors of a row have in common, once the weights are multiplied with: their mean, and
   * the mean of their products with the row that {@link #of} made normal.
   *
   * @param e errors of what came out; they and {@code x} hold the row from {@code from} on
   * @param w weights, one for each value of the row
   * @param m takes {@link #ERROR} and {@link #SLOPE}; the others are there
   */
  public static void ofErrors(float[] e, float[] w, float[] x, int from, float[] m, int at) {
    float mean = m[at + MEAN];
    float rest = m[at + REST];
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float q0 = 0;
    float q1 = 0;
    float q2 = 0;
    float q3 = 0;
    int n = w.length;
    int j = 0;
    for (; j < n - 3; j += 4) {
      float e0 = e[from + j] * w[j];
      float e1 = e[from + j + 1] * w[j + 1];
      float e2 = e[from + j + 2] * w[j + 2];
      float e3 = e[from + j + 3] * w[j + 3];
      s0 += e0;
      s1 += e1;
      s2 += e2;
      s3 += e3;
      q0 += e0 * (x[from + j] - mean - rest);
      q1 += e1 * (x[from + j + 1] - mean - rest);
      q2 += e2 * (x[from + j + 2] - mean - rest);
      q3 += e3 * (x[from + j + 3] - mean - rest);
    }
    for (; j < n; j++) {
      float e0 = e[from + j] * w[j];
      s0 += e0;
      q0 += e0 * (x[from + j] - mean - rest);
    }
    m[at + ERROR] = ((s0 + s1) + (s2 + s3)) / n;
    m[at + SLOPE] = ((q0 + q1) + (q2 + q3)) * m[at + INVERSE] / n;
  }

  /** As {@link #of(float[], int, int, float, float[], int)}. */
  public static void of(double[] x, int from, int n, double epsilon, double[] m, int at) {
    double mean = sum(x, from, from + n) / n;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double q0 = 0;
    double q1 = 0;
    double q2 = 0;
    double q3 = 0;
    int j = from;
    for (; j < from + n - 3; j += 4) {
      double d0 = x[j] - mean;
      double d1 = x[j + 1] - mean;
      double d2 = x[j + 2] - mean;
      double d3 = x[j + 3] - mean;
      s0 += d0;
      s1 += d1;
      s2 += d2;
      s3 += d3;
      q0 += d0 * d0;
      q1 += d1 * d1;
      q2 += d2 * d2;
      q3 += d3 * d3;
    }
    for (; j < from + n; j++) {
      double d = x[j] - mean;
      s0 += d;
      q0 += d * d;
    }
    double rest = ((s0 + s1) + (s2 + s3)) / n;
    double variance = ((q0 + q1) + (q2 + q3)) / n - rest * rest;
    m[at + MEAN] = mean;
    m[at + REST] = rest;
    m[at + INVERSE] = (1 / StrictMath.sqrt(Math.max(variance, 0) + epsilon));
  }

  private static double sum(double[] x, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int j = from;
    for (; j < to - 3; j += 4) {
      s0 += x[j];
      s1 += x[j + 1];
      s2 += x[j + 2];
      s3 += x[j + 3];
    }
    for (; j < to; j++) {
      s0 += x[j];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** As {@link #ofErrors(float[], float[], float[], int, float[], int)}. */
  public static void ofErrors(double[] e, double[] w, double[] x, int from, double[] m, int at) {
    double mean = m[at + MEAN];
    double rest = m[at + REST];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double q0 = 0;
    double q1 = 0;
    double q2 = 0;
    double q3 = 0;
    int n = w.length;
    int j = 0;
    for (; j < n - 3; j += 4) {
      double e0 = e[from + j] * w[j];
      double e1 = e[from + j + 1] * w[j + 1];
      double e2 = e[from + j + 2] * w[j + 2];
      double e3 = e[from + j + 3] * w[j + 3];
      s0 += e0;
      s1 += e1;
      s2 += e2;
      s3 += e3;
      q0 += e0 * (x[from + j] - mean - rest);
      q1 += e1 * (x[from + j + 1] - mean - rest);
      q2 += e2 * (x[from + j + 2] - mean - rest);
      q3 += e3 * (x[from + j + 3] - mean - rest);
    }
    for (; j < n; j++) {
      double e0 = e[from + j] * w[j];
      s0 += e0;
      q0 += e0 * (x[from + j] - mean - rest);
    }
    m[at + ERROR] = ((s0 + s1) + (s2 + s3)) / n;
    m[at + SLOPE] = ((q0 + q1) + (q2 + q3)) * m[at + INVERSE] / n;
  }
}
