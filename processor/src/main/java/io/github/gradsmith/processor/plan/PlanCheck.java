package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.plan.ForwardShape.InputMajor;
import io.github.gradsmith.processor.plan.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.ForwardShape.RegisterBlocks;
import io.github.gradsmith.processor.plan.ForwardShape.SplitAccumulators;
import io.github.gradsmith.processor.plan.ForwardShape.Unrolled;
import io.github.gradsmith.processor.plan.simd.SimdShape;
import io.github.gradsmith.processor.plan.simd.SimdTiles;

/**
 * The conditions under which the loops of a plan compute every sum whole; {@link BufferCheck} holds
 * that what is read later is kept. The rules that choose shapes weigh speed; this is what any
 * choice of theirs must meet, and it is asked of every plan before code is made from it.
 */
final class PlanCheck {
  /** More weights written out, and HotSpot no longer compiles the method. */
  private static final int MOST_UNROLLED = 600;

  private final NetworkPlan plan;

  private PlanCheck(NetworkPlan plan) {
    this.plan = plan;
  }

  /**
   * The same plan, if it meets all conditions.
   *
   * @throws BrokenPlanException if not
   */
  static NetworkPlan checked(NetworkPlan plan) {
    PlanCheck check = new PlanCheck(plan);
    require(plan.tile() >= 1, "a tile of %s samples", plan.tile());
    for (LayerPlan layer : plan.layers()) {
      check.shape(layer);
      check.slope(layer);
      schedule(layer);
      simd(layer);
    }
    BufferCheck.check(plan);
    return plan;
  }

  private void shape(LayerPlan layer) {
    ForwardShape shape = layer.forward();
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    if (shape instanceof Unrolled) {
      require(layer.weights() <= MOST_UNROLLED, "%s writes out its weights", layer);
    } else if (shape instanceof RegisterBlocks blocks) {
      blocks(blocks, outputs);
    } else if (shape instanceof SplitAccumulators fold) {
      fold(fold, inputs);
    } else if (shape instanceof InterleavedPanel packed) {
      packed(packed, inputs);
      fold(packed.unpacked(), inputs);
    } else if (shape instanceof InputMajor columns) {
      columns(columns, inputs, outputs);
    }
  }

  /** The first group is there; what is left over is one smaller group. */
  private static void blocks(RegisterBlocks shape, int rows) {
    require(shape.rows() >= 1 && shape.rows() <= rows, "%s of %s rows", shape, rows);
  }

  /** Every input is in one term or in the tail, and each of the tail has an entry to join. */
  private static void fold(SplitAccumulators shape, int inputs) {
    require(
        shape.terms() >= 1
            && shape.terms() <= SplitAccumulators.MOST_TERMS
            && shape.terms() * (long) shape.length() + shape.tail() == inputs,
        "%s does not cover %s inputs",
        shape,
        inputs);
    require(
        shape.tail() >= 0 && shape.tail() <= shape.length(), "%s is shorter than its tail", shape);
    require(
        shape.folds() >= 1 && shape.length() % shape.folds() == 0,
        "%s folds onto no whole part",
        shape);
  }

  /** Whole blocks of all rows hold the inputs, and those read again lie within the input. */
  private static void packed(InterleavedPanel shape, int inputs) {
    require(
        shape.rows() >= 1
            && shape.length() % (shape.rows() * InterleavedPanel.BLOCK) == 0
            && shape.length() >= inputs
            && shape.wrapped() <= inputs,
        "%s does not cover %s inputs",
        shape,
        inputs);
  }

  /** The first pass and whole further ones take every input; so does the way back every output. */
  private static void columns(InputMajor shape, int inputs, int outputs) {
    int others = inputs - shape.first();
    require(
        shape.first() >= 1
            && others >= 0
            && (others == 0 || shape.inputs() >= 1 && others % shape.inputs() == 0),
        "%s does not cover %s inputs",
        shape,
        inputs);
    if (shape.back() instanceof SplitAccumulators fold) {
      fold(fold, outputs);
    } else if (shape.back() instanceof RegisterBlocks blocks) {
      blocks(blocks, inputs);
    } else {
      throw new BrokenPlanException(shape + " knows no way back");
    }
  }

  /** Deltas go back with z if the derivative is computed from it. */
  private void slope(LayerPlan layer) {
    boolean last = layer.number() == plan.last().number();
    boolean backInZ =
        !layer.activation().slope().inOutput() || last && plan.output().forms().deltaNeedsZ();
    require(layer.keepsZ() || !plan.trains() || !backInZ, "%s has no z to go back with", layer);
  }

  /** A block ends where a group of rows does, and a sweep needs rows for inputs. */
  private static void schedule(LayerPlan layer) {
    if (layer.schedule() instanceof Schedule.Blocked blocked) {
      require(layer.forward() instanceof InterleavedPanel, "%s is in blocks of other rows", layer);
      wholeGroups(blocked.sumRows(), ((InterleavedPanel) layer.forward()).rows(), layer.outputs());
      wholeGroups(blocked.updateRows(), Schedule.Blocked.UPDATE_ROWS, layer.outputs());
    }
    if (layer.schedule() instanceof Schedule.Swept swept) {
      require(layer.isInputMajor(), "%s is swept over rows for neurons", layer);
      wholeGroups(swept.sumRows(), Schedule.Swept.ROWS, layer.inputs());
      require(swept.updateRows() >= 1, "a block of %s rows", swept.updateRows());
      if (swept.transposes()) {
        wholeGroups(swept.backRows(), Schedule.Swept.ROWS, layer.outputs());
      }
    }
  }

  private static void wholeGroups(int block, int group, int rows) {
    require(
        block >= 1 && (block >= rows || block % group == 0),
        "a block of %s rows cuts a group of %s",
        block,
        group);
  }

  private static void simd(LayerPlan layer) {
    if (layer.simd() instanceof SimdShape.RowTiles rows) {
      require(!layer.isInputMajor(), "%s has rows for inputs in plain loops only", layer);
      tiles(rows.tiles());
    } else if (layer.simd() instanceof SimdShape.ColumnTiles columns) {
      require(layer.isInputMajor(), "%s has rows for neurons in plain loops only", layer);
      tiles(columns.tiles());
    }
  }

  private static void tiles(SimdTiles tiles) {
    require(
        tiles.forwardRows() >= 1 && tiles.batchRows() >= 1 && tiles.backwardRows() >= 1,
        "%s has no rows",
        tiles);
  }

  static void require(boolean met, String otherwise, Object... values) {
    if (!met) {
      throw new BrokenPlanException(String.format(otherwise, values));
    }
  }
}
