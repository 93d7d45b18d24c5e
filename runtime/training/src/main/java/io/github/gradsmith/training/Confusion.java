package io.github.gradsmith.training;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.training.internal.metric.ClassCounts;
import io.github.gradsmith.training.internal.metric.ClassScore;
import io.github.gradsmith.training.internal.metric.Classes;
import io.github.gradsmith.training.internal.metric.Counting;
import io.github.gradsmith.training.internal.metric.CountsTable;
import io.github.gradsmith.training.internal.metric.DoubleForward;
import io.github.gradsmith.training.internal.metric.FloatForward;

/**
 * Which classes a network takes for which: the rows of each class by what the network says of them,
 * weighted as the rows are. A value; classes are those of {@link Metrics}.
 */
public final class Confusion {
  private final ClassCounts counts;

  private Confusion(ClassCounts counts) {
    this.counts = counts;
  }

  /**
   * Of a network on rows.
   *
   * @throws IllegalArgumentException if the rows have other widths
   */
  public static Confusion of(FloatPredictor network, FloatRows rows) {
    ClassCounts counts = new ClassCounts(Classes.count(rows.outputSize()));
    new FloatForward(network, rows).feed(new Counting(counts));
    return new Confusion(counts);
  }

  /** As {@link #of(FloatPredictor, FloatRows)}. */
  public static Confusion of(DoublePredictor network, DoubleRows rows) {
    ClassCounts counts = new ClassCounts(Classes.count(rows.outputSize()));
    new DoubleForward(network, rows).feed(new Counting(counts));
    return new Confusion(counts);
  }

  /** The number of classes. */
  public int classes() {
    return counts.classes();
  }

  /** The rows of class {@code actual} that are said to be of class {@code predicted}. */
  public double count(int actual, int predicted) {
    return counts.count(actual, predicted);
  }

  /** The rows of a class, those of which the network says NaN included. */
  public double rows(int ofClass) {
    return counts.actual(ofClass);
  }

  /** Of the rows that are said to be of a class, the share that are; 0 if there are none. */
  public double precision(int ofClass) {
    return counts.score(ClassScore.PRECISION, ofClass);
  }

  /** Of the rows of a class, the share that are said to be; 0 if there are none. */
  public double recall(int ofClass) {
    return counts.score(ClassScore.RECALL, ofClass);
  }

  /** The harmonic mean of precision and recall. */
  public double f1(int ofClass) {
    return counts.score(ClassScore.F1, ofClass);
  }

  /** A table: a line for each class, a column for what is said of it. */
  @Override
  public String toString() {
    return CountsTable.of(counts);
  }
}
