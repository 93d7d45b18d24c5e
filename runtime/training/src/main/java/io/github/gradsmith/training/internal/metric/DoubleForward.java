package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.training.Metric;

/**
 * Feeds metrics with a network's outputs, widened to {@code double}, row by row, in the targets'
 * own units: the same bits for any number of threads. All memory is taken by the constructor.
 */
public final class DoubleForward {
  private static final int TILE = 256;

  private final DoublePredictor network;
  private final DoubleRows rows;
  private final double[][] window;
  private final double[][] tile;
  private final double[] output;
  private final double[] target;
  private final Units units;

  /**
   * Of a network and the rows that it is judged by.
   *
   * @throws IllegalArgumentException if these have other widths
   */
  public DoubleForward(DoublePredictor network, DoubleRows rows) {
    Widths.requireFit("rows", rows, network.inputSize(), network.outputSize());
    this.network = network;
    this.rows = rows;
    int most = Math.min(TILE, rows.size());
    window = new double[most][];
    tile = new double[most][network.outputSize()];
    output = new double[network.outputSize()];
    target = new double[network.outputSize()];
    units = Units.of(network);
  }

  /** One metric of all rows. */
  public double value(Metric metric) {
    Metric.Evaluator evaluator = metric.evaluator(rows.outputSize(), rows.size());
    feed(evaluator);
    return evaluator.value();
  }

  /** Resets evaluators and adds all rows to each. */
  public void feed(Metric.Evaluator... evaluators) {
    for (Metric.Evaluator evaluator : evaluators) {
      evaluator.reset();
    }
    for (int from = 0; from < rows.size(); from += TILE) {
      int count = Math.min(TILE, rows.size() - from);
      System.arraycopy(rows.inputs(), from, window, 0, count);
      network.forward(window, tile, 0, count);
      for (int i = 0; i < count; i++) {
        widen(tile[i], output);
        widen(rows.targets()[from + i], target);
        units.decode(output);
        units.decode(target);
        double weight = rows.weight(from + i);
        for (Metric.Evaluator evaluator : evaluators) {
          evaluator.add(output, target, weight);
        }
      }
    }
  }

  private static void widen(double[] values, double[] wide) {
    for (int k = 0; k < wide.length; k++) {
      wide[k] = values[k];
    }
  }
}
