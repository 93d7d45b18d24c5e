package io.github.gradsmith.processor.plan;

/** How the plain loops take a mini-batch through one layer. */
public sealed interface Schedule {
  /** One sample after the other, each through all of the weights. */
  record PerSample() implements Schedule {}

  /**
   * All samples go through a block of neurons before the next one, so that each finds its weights
   * in a cache.
   *
   * @param sumRows neurons of a block of the weighted sums
   * @param updateRows neurons of a block of the update
   */
  record Blocked(int sumRows, int updateRows) implements Schedule {
    /** Neurons of a pass of the update. */
    public static final int UPDATE_ROWS = 2;
  }

  /**
   * All samples go through the layer at once, in sums over a row of weights for each input.
   *
   * @param sumRows inputs of a block of the weighted sums
   * @param updateRows inputs of a block of the update
   * @param backRows neurons of a block of the deltas' way back, which go through a transposed copy
   *     of the weights; 0 where none go back
   */
  record Swept(int sumRows, int updateRows, int backRows) implements Schedule {
    /** Rows of a pass of the sums, forward and back. */
    public static final int ROWS = 4;

    /** Whether a mini-batch's deltas go back through a transposed copy of the weights. */
    public boolean transposes() {
      return backRows > 0;
    }
  }
}
