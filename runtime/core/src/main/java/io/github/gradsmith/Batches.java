package io.github.gradsmith;

import io.github.gradsmith.internal.check.RowNumbers;
import io.github.gradsmith.internal.math.SeededRandom;

/** Prepares rows of samples for mini-batches. */
public final class Batches {
  private Batches() {}

  /**
   * Targets for classification: row i is 1 at {@code labels[i]} and 0 elsewhere.
   *
   * @param labels class numbers from 0 to {@code classes − 1}
   * @return {@code labels.length} rows of {@code classes} values
   * @throws IllegalArgumentException if a label is not a class, or there is no class
   */
  public static float[][] oneHot(int[] labels, int classes) {
    RowNumbers.labels(labels, classes);
    float[][] rows = new float[labels.length][classes];
    for (int i = 0; i < labels.length; i++) {
      rows[i][labels[i]] = 1;
    }
    return rows;
  }

  /** As {@link #oneHot}, for a {@link DoubleNetwork}. */
  public static double[][] oneHotDouble(int[] labels, int classes) {
    RowNumbers.labels(labels, classes);
    double[][] rows = new double[labels.length][classes];
    for (int i = 0; i < labels.length; i++) {
      rows[i][labels[i]] = 1;
    }
    return rows;
  }

  /**
   * Puts the rows of two arrays into one new random order, so that row i of one still belongs to
   * row i of the other. Only references move. The same seed gives the same order on every JVM; all
   * orders are equally likely (Fisher and Yates; Durstenfeld 1964).
   *
   * @throws IllegalArgumentException if one array has more rows than the other
   */
  public static void shuffle(float[][] a, float[][] b, long seed) {
    shuffleAlike(a, b, seed);
  }

  /** As {@link #shuffle(float[][], float[][], long)}. */
  public static void shuffle(double[][] a, double[][] b, long seed) {
    shuffleAlike(a, b, seed);
  }

  private static void shuffleAlike(Object[] a, Object[] b, long seed) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "a has " + a.length + " rows and b has " + b.length + ", expected as many");
    }
    SeededRandom random = new SeededRandom(seed);
    for (int i = a.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      swap(a, i, j);
      if (b != a) { // an autoencoder's targets are its inputs: swapping twice would undo it
        swap(b, i, j);
      }
    }
  }

  private static void swap(Object[] rows, int i, int j) {
    Object row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }
}
