package io.github.gradsmith.processor.plan.dense;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.plan.BrokenPlanException;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.ForwardShape.SplitAccumulators;
import java.util.Optional;

/** Chooses loop shapes by a layer's size. */
final class ShapeRules {
  /**
   * Up to so many weights a layer is written out; more grows the code faster than it saves time.
   */
  private static final int UNROLLED_WEIGHTS = 36;

  /**
   * With fewer outputs a group of rows would be filled up with zeros for the most part, and packing
   * it costs more than it saves.
   */
  private static final int INTERLEAVED_OUTPUTS = 3;

  /** A group of rows that no longer fits the caches is better read where it is. */
  private static final int INTERLEAVED_INPUTS = 8192;

  /** A loop over more rows has more loads than C2 vectorises, see docs/design/kernels.md. */
  private static final int MOST_INTERLEAVED_ROWS = 7;

  /** From so many inputs on the folded loop is long enough to run in full vectors. */
  private static final int SPLIT_INPUTS = 200;

  /**
   * Offsets that are no multiple of a vector's width keep C2 from vectorising: 64 bytes of float.
   */
  private static final int LANES = 16;

  /** A shorter loop runs mostly in its scalar rest. */
  private static final int SHORTEST_SPLIT = 48;

  /** More loads than these in one loop and C2 gives up vectorising it. */
  private static final int MOST_FOLDS = 12;

  /**
   * From so many outputs on, and below {@link #SPLIT_INPUTS}, a row for each input is better than a
   * row for each neuron. Measurements: docs/design/kernels.md.
   */
  private static final int INPUT_MAJOR_OUTPUTS = 16;

  /**
   * From so many outputs on, a row for each input is better in large layers of more inputs, too.
   * Measurements: docs/design/kernels.md.
   */
  private static final int WIDE_OUTPUTS = 72;

  /** The scratch of a fold, up to twice as long as the inputs, is one array. */
  private static final int LARGEST_SPLIT = 1 << 30;

  /** Shorter rows are better multiplied a block at a time than folded, on the way back. */
  private static final int SPLIT_DELTAS = 100;

  /** So many rows and the biases still make a loop that C2 vectorises. */
  private static final int SINGLE_PASS = 8;

  /** Rows of a pass if there are more. Measurements: docs/design/kernels.md. */
  private static final int INPUT_MAJOR_PASS = 4;

  /** Sums that fit the registers beside the input and the row pointers. */
  private static final int BLOCK_ROWS = 8;

  /** A layer of up to so many neurons is one block; a remainder of two rows would cost more. */
  private static final int LARGEST_SINGLE_BLOCK = 10;

  private ShapeRules() {}

  static ForwardShape forward(LayerModel layer) {
    if (weights(layer) <= UNROLLED_WEIGHTS) {
      return new ForwardShape.Unrolled();
    }
    if (isInputMajor(layer)) {
      return inputMajor(layer.inputs(), back(layer));
    }
    if (layer.inputs() >= SPLIT_INPUTS && layer.inputs() <= LARGEST_SPLIT) {
      return layer.outputs() >= INTERLEAVED_OUTPUTS && layer.inputs() <= INTERLEAVED_INPUTS
          ? interleaved(layer)
          : fold(layer.inputs());
    }
    return new ForwardShape.RegisterBlocks(
        layer.outputs() <= LARGEST_SINGLE_BLOCK ? layer.outputs() : BLOCK_ROWS);
  }

  private static ForwardShape inputMajor(int inputs, ForwardShape back) {
    return inputs <= SINGLE_PASS
        ? new ForwardShape.InputMajor(inputs, 0, back)
        : new ForwardShape.InputMajor((inputs - 1) % INPUT_MAJOR_PASS + 1, INPUT_MAJOR_PASS, back);
  }

  private static boolean isInputMajor(LayerModel layer) {
    return layer.inputs() < SPLIT_INPUTS
        ? layer.outputs() >= INPUT_MAJOR_OUTPUTS
        : layer.outputs() >= WIDE_OUTPUTS && weights(layer) > ScheduleRules.LARGEST_SWEPT;
  }

  private static long weights(LayerModel layer) {
    return layer.inputs() * (long) layer.outputs();
  }

  private static ForwardShape back(LayerModel layer) {
    return layer.outputs() >= SPLIT_DELTAS && layer.outputs() <= LARGEST_SPLIT
        ? fold(layer.outputs())
        : new ForwardShape.RegisterBlocks(Math.min(layer.inputs(), BLOCK_ROWS));
  }

  /** The group of rows of the least cost: zeros that fill it up are computed with. */
  private static ForwardShape interleaved(LayerModel layer) {
    InterleavedPanel best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int rows = INTERLEAVED_OUTPUTS; rows <= MOST_INTERLEAVED_ROWS; rows++) {
      int blocks = rows * InterleavedPanel.BLOCK;
      InterleavedPanel shape =
          new InterleavedPanel(rows, roundUp(layer.inputs(), blocks), fold(layer.inputs()));
      // Two loads for each product; a store and a load, to fold it, for each sum of products.
      double cost = (double) roundUp(layer.outputs(), rows) * shape.length() * (2 + 2.0 / rows);
      if (cost < least) {
        best = shape;
        least = cost;
      }
    }
    return best;
  }

  private static int roundUp(int size, int unit) {
    return (size + unit - 1) / unit * unit;
  }

  /**
   * The fold of the least cost among those of three terms, or of two where no three cover the
   * inputs with a tail that fits: 129 to 143.
   */
  private static SplitAccumulators fold(int inputs) {
    for (int terms = SplitAccumulators.MOST_TERMS; terms > 1; terms--) {
      Optional<SplitAccumulators> best = fold(inputs, terms);
      if (best.isPresent()) {
        return best.get();
      }
    }
    throw new BrokenPlanException("no fold covers " + inputs + " inputs");
  }

  /**
   * The fold of the least cost that fits: each entry that is left after folding, and each input of
   * the tail, is a scalar step. Where all are short, the longest.
   */
  private static Optional<SplitAccumulators> fold(int inputs, int terms) {
    int longest = inputs / terms / LANES * LANES;
    int shortest = Math.min(longest, SHORTEST_SPLIT);
    SplitAccumulators best = null;
    for (int length = longest; length >= shortest; length -= LANES) {
      for (int folds = 1; folds <= MOST_FOLDS && length / folds >= shortest; folds++) {
        SplitAccumulators shape =
            new SplitAccumulators(terms, length, folds, inputs - terms * length);
        if (fits(shape) && (best == null || scalarSteps(shape) < scalarSteps(best))) {
          best = shape;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean fits(SplitAccumulators shape) {
    return shape.length() % (shape.folds() * LANES) == 0 && shape.tail() <= shape.length();
  }

  private static int scalarSteps(SplitAccumulators shape) {
    return shape.folded() + shape.tail();
  }
}
