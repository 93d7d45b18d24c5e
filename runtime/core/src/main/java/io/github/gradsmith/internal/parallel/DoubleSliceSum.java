package io.github.gradsmith.internal.parallel;

import java.util.Arrays;

/** Adds up the gradients of slices, row by row, in an order that depends on their number alone. */
public final class DoubleSliceSum {
  /** Numbers that are added up at a time: eight slices of them stay in a first-level cache. */
  private static final int BLOCK = 1024;

  /** A gradient for each slice, in rows. */
  private final double[][][] gradients;

  private final double[] weights;

  /** Of gradients with as many rows, as long ones. */
  public DoubleSliceSum(double[][][] gradients) {
    this.gradients = gradients;
    weights = new double[gradients.length];
  }

  /** What the gradient of a slice is multiplied with. */
  public void setWeight(int slice, double weight) {
    weights[slice] = weight;
  }

  /**
   * Puts the weighed sum of the first {@code count} slices into the first one, in one row, and
   * clears the others. A thread that only read them would share their cache lines with the thread
   * that wrote them, and its next stores would wait for every one of them.
   */
  public void add(int row, int count) {
    int length = gradients[0][row].length;
    for (int from = 0; from < length; from += BLOCK) {
      add(row, from, Math.min(from + BLOCK, length), count);
    }
  }

  /** The sum of the squares of a row of the first slice, in double. */
  public double squares(int row) {
    double sum = 0;
    for (double g : gradients[0][row]) {
      sum += g * g;
    }
    return sum;
  }

  /** Multiplies a row of the first slice. */
  public void scale(int row, double factor) {
    scale(gradients[0][row], factor, 0, gradients[0][row].length);
  }

  /** Clears a row of the first slice. */
  public void clear(int row) {
    Arrays.fill(gradients[0][row], 0);
  }

  /** Clears all slices, whatever is in them. */
  public void clear() {
    for (double[][] gradient : gradients) {
      for (double[] row : gradient) {
        Arrays.fill(row, 0);
      }
    }
  }

  /** Weighs and adds neighbours in pairs, then adds pairs of pairs and so on. */
  private void add(int row, int from, int to, int count) {
    for (int slice = 0; slice < count; slice += 4) {
      if (slice + 3 < count) {
        addFour(slice, row, from, to);
      } else {
        addFew(slice, row, from, to, count - slice);
      }
    }
    for (int step = 4; step < count; step *= 2) {
      for (int slice = 0; slice + step < count; slice += 2 * step) {
        double[] next = gradients[slice + step][row];
        add(gradients[slice][row], next, from, to);
        Arrays.fill(next, from, to, 0);
      }
    }
  }

  /** Two pairs at once: their loads wait for each other less. */
  private void addFour(int slice, int row, int from, int to) {
    double[] g0 = gradients[slice][row];
    double[] g1 = gradients[slice + 1][row];
    double[] g2 = gradients[slice + 2][row];
    double[] g3 = gradients[slice + 3][row];
    double w0 = weights[slice];
    double w1 = weights[slice + 1];
    double w2 = weights[slice + 2];
    double w3 = weights[slice + 3];
    for (int i = from; i < to; i++) {
      g0[i] = (w0 * g0[i] + w1 * g1[i]) + (w2 * g2[i] + w3 * g3[i]);
    }
    Arrays.fill(g1, from, to, 0);
    Arrays.fill(g2, from, to, 0);
    Arrays.fill(g3, from, to, 0);
  }

  private void addFew(int slice, int row, int from, int to, int count) {
    double[] g0 = gradients[slice][row];
    double w0 = weights[slice];
    if (count == 1) {
      scale(g0, w0, from, to);
      return;
    }
    double[] g1 = gradients[slice + 1][row];
    addWeighed(g0, w0, g1, weights[slice + 1], from, to);
    Arrays.fill(g1, from, to, 0);
    if (count == 3) {
      double[] g2 = gradients[slice + 2][row];
      scale(g2, weights[slice + 2], from, to);
      add(g0, g2, from, to);
      Arrays.fill(g2, from, to, 0);
    }
  }

  private static void addWeighed(
      double[] sum, double weight, double[] next, double weightOfNext, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] = weight * sum[i] + weightOfNext * next[i];
    }
  }

  private static void scale(double[] gradient, double weight, int from, int to) {
    for (int i = from; i < to; i++) {
      gradient[i] *= weight;
    }
  }

  private static void add(double[] sum, double[] gradient, int from, int to) {
    for (int i = from; i < to; i++) {
      sum[i] += gradient[i];
    }
  }
}
