package io.github.gradsmith.processor.plan.dense;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InputMajor;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.ForwardShape.RegisterBlocks;
import io.github.gradsmith.processor.plan.shape.ForwardShape.SplitAccumulators;
import io.github.gradsmith.processor.plan.shape.ForwardShape.Unrolled;
import io.github.gradsmith.processor.plan.shape.Schedule;

/** Chooses by a layer's size how a mini-batch goes through it. */
final class ScheduleRules implements ForwardShape.Cases<Schedule> {
  /**
   * More weights than these, 256 KB in float, go to a mini-batch block by block, so that every
   * sample finds a block in the second level cache. Measurements: docs/design/kernels.md.
   */
  static final int LARGEST_SWEPT = 65_536;

  /** Weights of a block: 128 KB in float, and as much again of what they are read with. */
  private static final int BLOCK_WEIGHTS = 32_768;

  /**
   * Weights of a block of rows for each input, 32 KB in float: with the sums or deltas of a pass
   * they take turns in the first level cache. Measurements: docs/design/kernels.md.
   */
  private static final int SWEPT_BLOCK_WEIGHTS = 8_192;

  private final LayerModel layer;

  private ScheduleRules(LayerModel layer) {
    this.layer = layer;
  }

  /** The schedule of a layer of that shape. */
  static Schedule of(LayerModel layer, ForwardShape shape, boolean trains) {
    return trains && layer.inputs() * (long) layer.outputs() > LARGEST_SWEPT
        ? shape.fold(new ScheduleRules(layer))
        : new Schedule.PerSample();
  }

  @Override
  public Schedule unrolled(Unrolled shape) {
    return new Schedule.PerSample();
  }

  @Override
  public Schedule registerBlocks(RegisterBlocks shape) {
    return new Schedule.PerSample();
  }

  @Override
  public Schedule splitAccumulators(SplitAccumulators shape) {
    return new Schedule.PerSample();
  }

  @Override
  public Schedule interleavedPanel(InterleavedPanel shape) {
    return new Schedule.Blocked(
        blockRows(layer, shape.rows()), blockRows(layer, Schedule.Blocked.UPDATE_ROWS));
  }

  @Override
  public Schedule inputMajor(InputMajor shape) {
    return new Schedule.Swept(
        sweptBlockRows(layer.outputs(), Schedule.Swept.ROWS),
        sweptBlockRows(layer.outputs(), 1),
        layer.readsLearnt() ? sweptBlockRows(layer.inputs(), Schedule.Swept.ROWS) : 0);
  }

  /** Rows of a block: a multiple of {@code unit}, or all there are. */
  static int blockRows(LayerModel layer, int unit) {
    int rows = Math.max(1, BLOCK_WEIGHTS / layer.inputs() / unit) * unit;
    return Math.min(rows, layer.outputs());
  }

  /** Rows of a block of so many weights each, one for each input: a multiple of {@code unit}. */
  static int sweptBlockRows(int length, int unit) {
    return Math.max(1, SWEPT_BLOCK_WEIGHTS / length / unit) * unit;
  }
}
