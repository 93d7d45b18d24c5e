package io.github.gradsmith.training;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.training.internal.metric.ClassCounts;
import io.github.gradsmith.training.internal.metric.ClassScore;
import io.github.gradsmith.training.internal.metric.Classes;
import io.github.gradsmith.training.internal.metric.DoubleForward;
import io.github.gradsmith.training.internal.metric.FloatForward;
import java.util.Locale;

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
    new FloatForward(network, rows).feed(evaluator(counts));
    return new Confusion(counts);
  }

  /** As {@link #of(FloatPredictor, FloatRows)}. */
  public static Confusion of(DoublePredictor network, DoubleRows rows) {
    ClassCounts counts = new ClassCounts(Classes.count(rows.outputSize()));
    new DoubleForward(network, rows).feed(evaluator(counts));
    return new Confusion(counts);
  }

  private static Metric.Evaluator evaluator(ClassCounts counts) {
    return new Metric.Evaluator() {
      @Override
      public void reset() {
        counts.reset();
      }

      @Override
      public void add(double[] output, double[] target, double weight) {
        counts.add(Classes.of(target), Classes.of(output), weight);
      }

      @Override
      public double value() {
        return Double.NaN;
      }
    };
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
    StringBuilder text = new StringBuilder("actual\\said");
    for (int c = 0; c < classes(); c++) {
      text.append(String.format(Locale.ROOT, "%9d", c));
    }
    text.append("   recall\n");
    for (int is = 0; is < classes(); is++) {
      text.append(String.format(Locale.ROOT, "%11d", is));
      for (int said = 0; said < classes(); said++) {
        text.append(String.format(Locale.ROOT, "%9s", number(count(is, said))));
      }
      text.append(String.format(Locale.ROOT, "%8.1f%%%n", 100 * recall(is)));
    }
    text.append("  precision");
    for (int c = 0; c < classes(); c++) {
      text.append(String.format(Locale.ROOT, "%8.1f%%", 100 * precision(c)));
    }
    return text.append('\n').toString().replace("\r", "");
  }

  private static String number(double count) {
    return count == (long) count
        ? Long.toString((long) count)
        : String.format(Locale.ROOT, "%.2f", count);
  }
}
