package io.github.gradsmith.processor.plan.dense;

import static io.github.gradsmith.processor.plan.PlanCheck.require;

import io.github.gradsmith.processor.plan.BrokenPlanException;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InputMajor;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.ForwardShape.RegisterBlocks;
import io.github.gradsmith.processor.plan.shape.ForwardShape.SplitAccumulators;
import io.github.gradsmith.processor.plan.shape.ForwardShape.Unrolled;

/**
 * The conditions under which the loops of a layer take every weight once; each case gives the shape
 * that meets its own.
 *
 * @param layer whose loops they are
 */
record ShapeCheck(LayerPlan layer) implements ForwardShape.Cases<ForwardShape> {
  /** More weights written out, and HotSpot no longer compiles the method. */
  private static final int MOST_UNROLLED = 600;

  @Override
  public ForwardShape unrolled(Unrolled shape) {
    require(layer.weights() <= MOST_UNROLLED, "%s writes out its weights", layer);
    return shape;
  }

  @Override
  public ForwardShape registerBlocks(RegisterBlocks shape) {
    return blocks(shape, layer.outputs());
  }

  @Override
  public ForwardShape splitAccumulators(SplitAccumulators shape) {
    return fold(shape, layer.inputs());
  }

  @Override
  public ForwardShape interleavedPanel(InterleavedPanel shape) {
    packed(shape, layer.inputs());
    fold(shape.unpacked(), layer.inputs());
    return shape;
  }

  @Override
  public ForwardShape inputMajor(InputMajor shape) {
    inputMajor(shape, layer.inputs(), layer.outputs());
    return shape;
  }

  /** The first group is there; what is left over is one smaller group. */
  private static ForwardShape blocks(RegisterBlocks shape, int rows) {
    require(shape.rows() >= 1 && shape.rows() <= rows, "%s of %s rows", shape, rows);
    return shape;
  }

  /** Every input is in one term or in the tail, and each of the tail has an entry to join. */
  private static ForwardShape fold(SplitAccumulators shape, int inputs) {
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
    return shape;
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
  private static void inputMajor(InputMajor shape, int inputs, int outputs) {
    int others = inputs - shape.first();
    require(
        shape.first() >= 1
            && others >= 0
            && (others == 0 || shape.inputs() >= 1 && others % shape.inputs() == 0),
        "%s does not cover %s inputs",
        shape,
        inputs);
    shape.back().fold(new BackCheck(shape, inputs, outputs));
  }

  /** The way back is a product of a row with the deltas, for which two shapes are made. */
  private record BackCheck(InputMajor shape, int inputs, int outputs)
      implements ForwardShape.Cases<ForwardShape> {
    @Override
    public ForwardShape splitAccumulators(SplitAccumulators back) {
      return ShapeCheck.fold(back, outputs);
    }

    @Override
    public ForwardShape registerBlocks(RegisterBlocks back) {
      return blocks(back, inputs);
    }

    @Override
    public ForwardShape unrolled(Unrolled back) {
      throw refusal();
    }

    @Override
    public ForwardShape interleavedPanel(InterleavedPanel back) {
      throw refusal();
    }

    @Override
    public ForwardShape inputMajor(InputMajor back) {
      throw refusal();
    }

    private BrokenPlanException refusal() {
      return new BrokenPlanException(shape + " knows no way back");
    }
  }
}
