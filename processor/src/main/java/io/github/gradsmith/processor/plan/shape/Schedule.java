package io.github.gradsmith.processor.plan.shape;

import java.util.Optional;

/** How the plain loops take a mini-batch through one layer. */
public sealed interface Schedule {
  /** What {@code cases} does with this schedule. */
  <R> R fold(Cases<R> cases);

  /** Whether all samples of a mini-batch go through a block of rows before the next one. */
  default boolean goesInBlocks() {
    return true;
  }

  /** This schedule if a mini-batch goes through the layer at once. */
  default Optional<Swept> sweep() {
    return Optional.empty();
  }

  /** Whether a mini-batch's deltas go back through a transposed copy of the weights. */
  default boolean transposes() {
    return false;
  }

  /**
   * What is to be done with each schedule; javac demands all of them.
   *
   * @param <R> what comes of it
   */
  interface Cases<R> {
    R perSample(PerSample schedule);

    R blocked(Blocked schedule);

    R swept(Swept schedule);
  }

  /** One sample after the other, each through all of the weights. */
  record PerSample() implements Schedule {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.perSample(this);
    }

    @Override
    public boolean goesInBlocks() {
      return false;
    }
  }

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

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.blocked(this);
    }
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

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.swept(this);
    }

    @Override
    public Optional<Swept> sweep() {
      return Optional.of(this);
    }

    @Override
    public boolean transposes() {
      return backRows > 0;
    }
  }
}
