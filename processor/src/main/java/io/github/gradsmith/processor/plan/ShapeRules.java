package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Precision;

/** Chooses loop shapes by a layer's size. */
final class ShapeRules {
  /**
   * Up to so many weights a layer is written out; more grows the code faster than it saves time.
   */
  private static final int UNROLLED_WEIGHTS = 36;

  /** From so many inputs on the folded loop is long enough to run in full vectors. */
  private static final int FOLDED_INPUTS = 200;

  /** More terms than these and C2 gives up vectorising the fold. */
  private static final int MOST_TERMS = 7;

  /** Sums that fit the registers beside the input and the row pointers. */
  private static final int BLOCK_ROWS = 8;

  /** A layer of up to so many neurons is one block; a remainder of two rows would cost more. */
  private static final int LARGEST_SINGLE_BLOCK = 10;

  private ShapeRules() {}

  static boolean unrolled(LayerModel layer) {
    return layer.inputs() * (long) layer.outputs() <= UNROLLED_WEIGHTS;
  }

  static ForwardShape forward(LayerModel layer, Precision precision) {
    if (unrolled(layer)) {
      return new ForwardShape.Unrolled();
    }
    if (layer.inputs() >= FOLDED_INPUTS) {
      return fold(layer.inputs(), precision == Precision.FLOAT ? 16 : 8);
    }
    return new ForwardShape.RowBlocks(
        layer.outputs() <= LARGEST_SINGLE_BLOCK ? layer.outputs() : BLOCK_ROWS);
  }

  /**
   * The fold of the least cost, in units of one vectorised product: an entry of t costs about three
   * (its scalar sum), a tail a loop of its own.
   */
  private static ForwardShape fold(int inputs, int lanes) {
    ForwardShape.FoldedRows best = null;
    int leastCost = Integer.MAX_VALUE;
    for (int terms = MOST_TERMS; terms > 1; terms--) {
      int length = inputs / terms / lanes * lanes;
      int tail = inputs - terms * length;
      int cost = 3 * length + (tail == 0 ? 0 : 20 + tail);
      if (tail <= length && cost < leastCost) {
        leastCost = cost;
        best = new ForwardShape.FoldedRows(terms, length, tail, lanes);
      }
    }
    return best;
  }
}
