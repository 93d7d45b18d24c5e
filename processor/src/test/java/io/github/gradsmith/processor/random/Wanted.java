package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.plan.dense.ReachablePairs;
import java.util.List;
import java.util.Random;

/**
 * A layer that some network must have.
 *
 * @param inputs its inputs
 * @param outputs its outputs
 * @param position where it stands
 * @param batch the size of a mini-batch that must be tried on it
 */
record Wanted(int inputs, int outputs, Position position, int batch) {
  /** Mini-batches below, within and beyond a tile. */
  private static final int[] BATCHES = {1, 3, 10, 101};

  /** One of the layers that stand for all others that the rules treat alike, drawn by a seed. */
  static Wanted of(long seed) {
    Random random = new Random(seed * 0xD1342543DE82EF95L);
    List<ReachablePairs.Size> sizes = ReachablePairs.sizes();
    ReachablePairs.Size size = sizes.get(random.nextInt(sizes.size()));
    Position position = Position.values()[random.nextInt(Position.values().length)];
    int batch = BATCHES[random.nextInt(BATCHES.length)];
    return new Wanted(size.inputs(), size.outputs(), position, batch);
  }

  /** Where a layer stands among those after the input. */
  enum Position {
    ONLY,
    FIRST,
    MIDDLE,
    LAST
  }
}
