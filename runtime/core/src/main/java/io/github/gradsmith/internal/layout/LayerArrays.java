package io.github.gradsmith.internal.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What happens to all numbers of a layer at once, one for each weight and bias: parameters,
 * gradients, or what an optimizer keeps of them.
 */
public final class LayerArrays {
  private LayerArrays() {}

  /** Sets all numbers of a layer to 0. */
  public static void clear(float[][] w, float[] b) {
    for (float[] row : w) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(b, 0);
  }

  /** w += scale d xᵀ, b += scale d: what one sample adds, of input x and deltas d. */
  public static void accumulate(float[][] w, float[] b, float[] x, float[] d, float scale) {
    for (int j = 0; j < w.length; j++) {
      float[] r = w[j];
      float c = scale * d[j];
      for (int i = 0; i < r.length; i++) {
        r[i] += c * x[i];
      }
      b[j] += c;
    }
  }

  /** w = w − α gw, b = b − α gb, α the rate. */
  public static void descend(float[][] w, float[] b, float[][] gw, float[] gb, float rate) {
    for (int j = 0; j < w.length; j++) {
      descend(w[j], gw[j], rate);
    }
    descend(b, gb, rate);
  }

  /** The same for a row of weights, or for biases. */
  public static void descend(float[] w, float[] g, float rate) {
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * g[i];
    }
  }

  /** Adds terms to sums, one by one. */
  public static void add(float[] terms, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += terms[i];
    }
  }

  /** Multiplies the deltas of each row by its weight over the sum of all weights. */
  public static void weigh(float[][] d, float[] weights, double total, int from, int to) {
    for (int s = from; s < to; s++) {
      float[] row = d[s - from];
      double share = weights[s] / total;
      float c = (float) share;
      for (int j = 0; j < row.length; j++) {
        row[j] *= c;
      }
    }
  }

  /** Copies all numbers of a layer. */
  public static void copy(float[][] fromW, float[] fromB, float[][] w, float[] b) {
    for (int j = 0; j < w.length; j++) {
      System.arraycopy(fromW[j], 0, w[j], 0, w[j].length);
    }
    System.arraycopy(fromB, 0, b, 0, b.length);
  }

  /** The rows of all layers in order, then the biases of all. */
  public static float[][] rows(float[][][] weights, float[]... biases) {
    List<float[]> rows = new ArrayList<>();
    for (float[][] w : weights) {
      Collections.addAll(rows, w);
    }
    Collections.addAll(rows, biases);
    return rows.toArray(new float[0][]);
  }

  /** Sets all numbers of a layer to 0. */
  public static void clear(double[][] w, double[] b) {
    for (double[] row : w) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(b, 0);
  }

  /** w += scale d xᵀ, b += scale d: what one sample adds, of input x and deltas d. */
  public static void accumulate(double[][] w, double[] b, double[] x, double[] d, double scale) {
    for (int j = 0; j < w.length; j++) {
      double[] r = w[j];
      double c = scale * d[j];
      for (int i = 0; i < r.length; i++) {
        r[i] += c * x[i];
      }
      b[j] += c;
    }
  }

  /** w = w − α gw, b = b − α gb, α the rate. */
  public static void descend(double[][] w, double[] b, double[][] gw, double[] gb, double rate) {
    for (int j = 0; j < w.length; j++) {
      descend(w[j], gw[j], rate);
    }
    descend(b, gb, rate);
  }

  /** The same for a row of weights, or for biases. */
  public static void descend(double[] w, double[] g, double rate) {
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * g[i];
    }
  }

  /** Adds terms to sums, one by one. */
  public static void add(double[] terms, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += terms[i];
    }
  }

  /** Multiplies the deltas of each row by its weight over the sum of all weights. */
  public static void weigh(double[][] d, double[] weights, double total, int from, int to) {
    for (int s = from; s < to; s++) {
      double[] row = d[s - from];
      double share = weights[s] / total;
      double c = share;
      for (int j = 0; j < row.length; j++) {
        row[j] *= c;
      }
    }
  }

  /** Copies all numbers of a layer. */
  public static void copy(double[][] fromW, double[] fromB, double[][] w, double[] b) {
    for (int j = 0; j < w.length; j++) {
      System.arraycopy(fromW[j], 0, w[j], 0, w[j].length);
    }
    System.arraycopy(fromB, 0, b, 0, b.length);
  }

  /** The rows of all layers in order, then the biases of all. */
  public static double[][] rows(double[][][] weights, double[]... biases) {
    List<double[]> rows = new ArrayList<>();
    for (double[][] w : weights) {
      Collections.addAll(rows, w);
    }
    Collections.addAll(rows, biases);
    return rows.toArray(new double[0][]);
  }
}
