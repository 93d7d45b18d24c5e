package io.github.gradsmith.internal.math;

/**
 * Mean and variance of columns of rows, in one pass that loses no digits where the mean is large
 * beside the deviation. B. P. Welford: Note on a Method for Calculating Corrected Sums of Squares
 * and Products, 1962.
 */
public final class Statistics {
  private Statistics() {}

  /**
   * Computes the mean and the variance, divided by the number of rows, of {@code mean.length}
   * columns; both are summed up in double.
   *
   * @param rows at least one from {@code from} (inclusive) to {@code to} (exclusive)
   * @param column the first of these columns
   */
  public static void adapt(
      float[][] rows, int from, int to, int column, float[] mean, float[] variance) {
    double[] means = new double[mean.length];
    double[] squares = new double[mean.length];
    for (int i = from; i < to; i++) {
      float[] row = rows[i];
      double count = i - from + 1;
      for (int j = 0; j < means.length; j++) {
        double difference = row[column + j] - means[j];
        means[j] += difference / count;
        squares[j] += difference * (row[column + j] - means[j]);
      }
    }
    for (int j = 0; j < means.length; j++) {
      mean[j] = (float) means[j];
      variance[j] = (float) (squares[j] / (to - from));
    }
  }

  /** As {@link #adapt(float[][], int, int, int, float[], float[])}. */
  public static void adapt(
      double[][] rows, int from, int to, int column, double[] mean, double[] variance) {
    double[] means = new double[mean.length];
    double[] squares = new double[mean.length];
    for (int i = from; i < to; i++) {
      double[] row = rows[i];
      double count = i - from + 1;
      for (int j = 0; j < means.length; j++) {
        double difference = row[column + j] - means[j];
        means[j] += difference / count;
        squares[j] += difference * (row[column + j] - means[j]);
      }
    }
    for (int j = 0; j < means.length; j++) {
      mean[j] = means[j];
      variance[j] = squares[j] / (to - from);
    }
  }
}
