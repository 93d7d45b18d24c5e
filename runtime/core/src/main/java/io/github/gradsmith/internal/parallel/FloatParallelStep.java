package io.github.gradsmith.internal.parallel;

/**
 * A training step that threads share, as a {@link io.github.gradsmith.FloatParallelTrainer} asks it
 * of a generated network: gradients stay in the network's own arrays and order, and a step is made
 * row by row. Each replica has one of its own; its parameters are those of all replicas.
 *
 * <p>Arguments are not checked here.
 */
public interface FloatParallelStep {
  /**
   * The rows that hold the gradient, of all layers one after the other: always the same arrays,
   * with as many rows, as long ones, in the same order, in every replica. Some of their numbers may
   * belong to no parameter.
   */
  float[][] gradient();

  /**
   * Copies the gradient in the order of {@link io.github.gradsmith.FloatNetwork#getParameters}.
   *
   * @param destination receives a number for each parameter
   */
  void getGradient(float[] destination);

  /**
   * Adds the mean gradient of a mini-batch to the rows, which are 0 before.
   *
   * @return the sum of the losses
   */
  double addGradient(float[][] inputs, float[][] targets, int from, int to);

  /**
   * The same of a part of a mini-batch.
   *
   * @param row the number of row {@code from} in the mini-batch, from 0: masks of dropout are those
   *     of the mini-batch, however it is cut
   */
  default double addGradient(float[][] inputs, float[][] targets, int from, int to, int row) {
    return addGradient(inputs, targets, from, to);
  }

  /**
   * The same of samples that have weights: adds their gradients, each times its weight over a
   * total.
   *
   * @param total the sum of the weights of the whole mini-batch
   * @return the sum of the losses times weights over the total
   */
  double addGradient(
      float[][] inputs,
      float[][] targets,
      float[] weights,
      double total,
      int from,
      int to,
      int row);

  /** Begins a step; one thread calls this, before the rows are stepped. */
  default void begin() {}

  /**
   * Steps on the gradient in rows {@code from} (inclusive) to {@code to} (exclusive). Threads may
   * step different rows at the same time.
   *
   * @param learningRate the same for all rows of a step
   */
  void stepRows(int from, int to, float learningRate);

  /** Ends a step; one thread calls this, after all rows. */
  default void end() {}
}
