package io.github.gradsmith;

/**
 * Rows that a network is trained or judged on: inputs, the targets that belong to them, and what
 * each row counts. {@link FloatRows} and {@link DoubleRows} are its only kinds.
 *
 * @param <N> the networks that take them: {@link FloatNetwork} or {@link DoubleNetwork}
 */
public interface TrainingRows<N> {
  /** The number of rows, at least 1. */
  int size();

  /** The number of values of each input. */
  int inputSize();

  /** The number of values of each target. */
  int outputSize();

  /**
   * The class of a row: the index of its largest target, the lowest one on a tie. With one target,
   * 1 if that is at least ½ and 0 otherwise.
   *
   * @param row its number, from 0
   */
  int label(int row);

  /** What a row counts: 1 unless weights were given. */
  double weight(int row);

  /**
   * These rows alone, in this order; a row may be named more than once. Nothing is copied but
   * references and weights.
   *
   * @param rows their numbers, from 0
   * @throws IllegalArgumentException if there is none
   * @throws IndexOutOfBoundsException if there is no such row
   */
  TrainingRows<N> select(int... rows);
}
