package io.github.gradsmith.training;

import java.util.List;

/** What a run did, a line for each finished epoch; a resumed run has the earlier ones, too. */
public interface History {
  /** The finished epochs. */
  int epochs();

  /** The metrics of the run, in their order. */
  List<Metric> metrics();

  /** Whether there were validation rows. */
  boolean hasValidation();

  /**
   * A number of an epoch.
   *
   * @param epoch from 1
   * @throws IllegalArgumentException if the run does not compute that number
   * @throws IndexOutOfBoundsException if there is no such epoch
   */
  double value(Monitor monitor, int epoch);

  /** A number of all epochs. */
  double[] values(Monitor monitor);

  /** The best number of all epochs; NaN if all are NaN or there is no epoch. */
  double best(Monitor monitor);

  /** The first epoch with the best number, from 1; 0 if all are NaN or there is no epoch. */
  int bestEpoch(Monitor monitor);

  /**
   * The epoch whose parameters early stopping has kept, from 1; 0 without early stopping, or if no
   * epoch had a finite number.
   */
  int keptEpoch();

  /** The learning rate of each epoch's last step. */
  double[] learningRates();

  /**
   * The gradient's norm at each epoch's last step, before clipping; NaN without clipping and
   * weights, where it is not computed.
   */
  double[] gradientNorms();

  /** What steps did to each layer with parameters; none without {@link Fit#recordLayers}. */
  default List<LayerHistory> layers() {
    return List.of();
  }

  /** All steps, those of an unfinished epoch and those that were skipped included. */
  long steps();

  /** Mini-batches of which all weights are 0, and which make no step. */
  long skippedSteps();

  /**
   * Why the run ended.
   *
   * @throws IllegalStateException while it runs
   */
  Stop stop();
}
