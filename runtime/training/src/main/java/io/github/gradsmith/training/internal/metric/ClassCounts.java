package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.training.Average;
import java.util.Arrays;

/** The weights of rows by the class they are of and the class they are said to be of. */
public final class ClassCounts {
  private final double[][] counts;
  private final double[] actual;
  private final double[] predicted;

  /** Of so many classes, no row yet. */
  public ClassCounts(int classes) {
    counts = new double[classes][classes];
    actual = new double[classes];
    predicted = new double[classes];
  }

  /** Forgets all rows. */
  public void reset() {
    for (int c = 0; c < counts.length; c++) {
      Arrays.fill(counts[c], 0);
      actual[c] = 0;
      predicted[c] = 0;
    }
  }

  /** Adds a row. One that is said to be of no class counts for the class that it is of alone. */
  public void add(int is, int said, double weight) {
    if (is == Classes.NONE) {
      return;
    }
    actual[is] += weight;
    if (said != Classes.NONE) {
      counts[is][said] += weight;
      predicted[said] += weight;
    }
  }

  /** The number of classes. */
  public int classes() {
    return counts.length;
  }

  /** The weight of rows that are of one class and are said to be of another one. */
  public double count(int is, int said) {
    return counts[is][said];
  }

  /** The weight of rows of a class. */
  public double actual(int c) {
    return actual[c];
  }

  /** A score of one class. */
  public double score(ClassScore score, int c) {
    return score.of(counts[c][c], predicted[c], actual[c]);
  }

  /** A score of all classes as one number. */
  public double score(ClassScore score, Average average) {
    double right = 0;
    double said = 0;
    double are = 0;
    double sum = 0;
    double weighted = 0;
    for (int c = 0; c < counts.length; c++) {
      right += counts[c][c];
      said += predicted[c];
      are += actual[c];
      sum += score(score, c);
      weighted += actual[c] * score(score, c);
    }
    return switch (average) {
      case MACRO -> sum / counts.length;
      case MICRO -> score.of(right, said, are);
      case WEIGHTED -> are == 0 ? 0 : weighted / are;
    };
  }
}
