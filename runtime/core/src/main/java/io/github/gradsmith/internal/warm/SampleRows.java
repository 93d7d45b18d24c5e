package io.github.gradsmith.internal.warm;

import io.github.gradsmith.internal.math.SeededRandom;
import java.util.Arrays;

/**
 * Rows that lead a network into all its branches: zeros, small and large values of either sign, and
 * what real data looks like.
 */
final class SampleRows {
  /** Passes of a round. The first is made with large weights and large mini-batches. */
  static final int PASSES = 64;

  /** Factor of those weights: it drives activations into saturation, whatever the input. */
  static final int LARGE = 40;

  /** More samples than any network keeps at once. The rows repeat themselves. */
  static final int ROWS = 128;

  /**
   * Leaves one, two or three samples over after passes of four or five: with 7, a pass of four, a
   * pair and a single one, or a pass of five and a pair.
   */
  static final int BATCH = 7;

  private static final int KINDS = 8;

  private SampleRows() {}

  /**
   * @param indices blocks of values that are indices, 0 in all rows: of each block, as {@code
   *     Arguments.indices} takes them, first, length, blocks and stride
   */
  static double[][] inputs(int width, int[] indices) {
    SeededRandom random = new SeededRandom(width);
    double[][] rows = new double[ROWS][];
    for (int s = 0; s < KINDS; s++) {
      rows[s] = new double[width];
      for (int i = 0; i < width; i++) {
        rows[s][i] = value(s, random.nextDouble());
      }
      for (int block = 0; block < indices.length; block += 4) {
        clear(rows[s], indices[block], indices[block + 1], indices[block + 2], indices[block + 3]);
      }
    }
    return repeated(rows);
  }

  private static void clear(double[] row, int first, int length, int blocks, int stride) {
    for (int block = 0; block < blocks; block++) {
      int start = first + block * stride;
      Arrays.fill(row, start, start + length, 0);
    }
  }

  /** From a number between 0 and 1 one of a kind. */
  private static double value(int kind, double random) {
    switch (kind) {
      case 0:
        return 0;
      case 1:
        return 200 * random - 100;
      case 2:
        return 1e-3 * random;
      case 3:
        return 2 * random - 1;
      default:
        return Math.max(0, random - 0.5); // half of them 0, as in an image
    }
  }

  /** One-hot rows, then zeros, and numbers from −1 to 1. */
  static double[][] targets(int width) {
    SeededRandom random = new SeededRandom(width);
    double[][] rows = new double[ROWS][];
    for (int s = 0; s < KINDS; s++) {
      rows[s] = new double[width];
      for (int j = 0; j < width && s == KINDS - 1; j++) {
        rows[s][j] = 2 * random.nextDouble() - 1;
      }
      rows[s][s % width] = s < KINDS - 2 ? 1 : rows[s][s % width];
    }
    return repeated(rows);
  }

  private static double[][] repeated(double[][] rows) {
    for (int s = KINDS; s < ROWS; s++) {
      rows[s] = rows[s % KINDS];
    }
    return rows;
  }

  static float[][] rounded(double[][] rows) {
    float[][] rounded = new float[rows.length][];
    for (int s = 0; s < KINDS; s++) {
      rounded[s] = new float[rows[s].length];
      for (int i = 0; i < rounded[s].length; i++) {
        rounded[s][i] = (float) rows[s][i];
      }
    }
    for (int s = KINDS; s < rows.length; s++) {
      rounded[s] = rounded[s % KINDS];
    }
    return rounded;
  }
}
