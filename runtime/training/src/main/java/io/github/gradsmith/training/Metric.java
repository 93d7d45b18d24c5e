package io.github.gradsmith.training;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.training.internal.metric.DoubleForward;
import io.github.gradsmith.training.internal.metric.FloatForward;
import java.util.Locale;

/**
 * A number that says how good a network's outputs are. Those of {@link Metrics} are values: two
 * made alike are equal. A metric of your own is compared by identity unless it says otherwise.
 */
public interface Metric {
  /** What it is called in tables and files; unique among the metrics of a run. */
  String name();

  /** What is better. */
  Goal goal();

  /**
   * What adds up the rows of an evaluation. It takes all its memory here.
   *
   * @param outputs the values of an output
   * @param rows the most rows that will be added
   * @throws IllegalArgumentException if the metric is not made for so many outputs
   */
  Evaluator evaluator(int outputs, int rows);

  /** A value as people read it. */
  default String format(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  /** The metric of a network on rows, weighted as these are. */
  default double of(FloatPredictor network, FloatRows rows) {
    return new FloatForward(network, rows).value(this);
  }

  /** As {@link #of(FloatPredictor, FloatRows)}. */
  default double of(DoublePredictor network, DoubleRows rows) {
    return new DoubleForward(network, rows).value(this);
  }

  /** Adds up the rows of an evaluation, in their order, and allocates nothing. */
  interface Evaluator {
    /** Begins anew. */
    void reset();

    /**
     * Adds a row. Where a network of typed rows scales its targets, outputs and targets are in
     * their own units here, its scaling undone; the loss is that of scaled ones.
     *
     * @param output what the network says; the array is used again for the next row
     * @param target what is right; likewise
     * @param weight what the row counts, at least 0
     */
    void add(double[] output, double[] target, double weight);

    /** The metric of all rows since {@link #reset}. */
    double value();
  }
}
