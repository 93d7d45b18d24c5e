package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import java.util.List;
import java.util.Locale;

/**
 * All that is decided about a generated class before a line of it is written.
 *
 * @param model the network
 * @param layers layers 2 to L
 * @param output loss and delta of the last layer
 * @param update how a gradient becomes a step, if the network trains
 * @param tile samples whose activations and deltas are kept at once
 */
public record NetworkPlan(
    NetworkModel model, List<LayerPlan> layers, OutputLayer output, UpdateRule update, int tile) {
  /**
   * Copies of fewer parameters cost little beside the rest: 784-30-10 on 256 samples and two
   * threads takes 387 to 429 µs with copies and 372 to 401 without on Zen 5 (JDK 17), by itself 555
   * to 639. Out of strips a copy is dearer: 245 to 267 with copies, 153 to 157 without, by itself
   * 185 to 207.
   */
  private static final int LEAST_SHARED_PARAMETERS = 32_768;

  public NetworkPlan {
    layers = List.copyOf(layers);
  }

  public LayerPlan first() {
    return layers.get(0);
  }

  public LayerPlan last() {
    return layers.get(layers.size() - 1);
  }

  public boolean trains() {
    return model.trains();
  }

  /** The layer after {@code layer}. */
  public LayerPlan after(LayerPlan layer) {
    return layers.get(layer.number() - 1);
  }

  /** Whether SIMD kernels are written beside the plain loops of a layer. */
  public boolean vectorized() {
    return layers.stream().anyMatch(LayerPlan::isVectorized);
  }

  /** Whether any layer keeps its weights in strips where SIMD kernels run. */
  public boolean hasStrips() {
    return layers.stream().anyMatch(LayerPlan::hasStrips);
  }

  /**
   * Rows that deltas go back through at once, copied to the end of the scratch of a {@code layer}
   * in strips: 0 where none go back.
   */
  public int copiedRows(LayerPlan layer) {
    return trains() && layer.number() > 2 ? VectorStrips.BACK_INPUTS : 0;
  }

  /** Whether any layer keeps a row of weights for each input. */
  public boolean hasColumns() {
    return layers.stream().anyMatch(LayerPlan::hasColumns);
  }

  /** Whether activations are kept for several samples at once. */
  public boolean hasTile() {
    return trains() || vectorized();
  }

  /** Whether the optimizer keeps anything from step to step. */
  public boolean keepsState() {
    return trains() && update.hasState();
  }

  /** Whether mini-batches go through {@code layer} in blocks of rows in plain Java, too. */
  public boolean isBlocked(LayerPlan layer) {
    return ShapeRules.blocked(layer.model(), model);
  }

  /** Whether a mini-batch goes through {@code layer} at once, over rows for each input. */
  public boolean sweepsColumns(LayerPlan layer) {
    return ShapeRules.sweepsColumns(layer.model(), model);
  }

  /** Whether a mini-batch's deltas go back through a transposed copy of {@code layer}'s weights. */
  public boolean transposes(LayerPlan layer) {
    return layer.number() > 2 && sweepsColumns(layer);
  }

  /** Whether all samples of a mini-batch go through a block of rows before the next one. */
  public boolean goesInBlocks(LayerPlan layer) {
    return isBlocked(layer) || sweepsColumns(layer);
  }

  /** Whether mini-batches go layer by layer in plain Java, too. */
  public boolean hasBlocks() {
    return layers.stream().anyMatch(this::goesInBlocks);
  }

  /** Whether mini-batches go layer by layer at all. */
  public boolean goesByLayer() {
    return vectorized() || hasBlocks();
  }

  /** Rows of a block of {@code layer}: a multiple of {@code unit}. */
  public int blockRows(LayerPlan layer, int unit) {
    return Math.min(ShapeRules.blockRows(layer.model(), unit), layer.outputs());
  }

  /**
   * Rows of {@code outputs} weights, one for each input, of a block: a multiple of {@code unit}.
   */
  public int columnBlockRows(int outputs, int unit) {
    return ShapeRules.columnBlockRows(outputs, unit);
  }

  /** Whether any layer reads its weights in another order than they are kept in. */
  public boolean packs() {
    return layers.stream().anyMatch(layer -> layer.forward() instanceof ForwardShape.DiagonalRows);
  }

  /** Where the parameters of {@code layer} begin in the flat array. */
  public int offset(LayerPlan layer) {
    int offset = 0;
    for (LayerPlan before : layers) {
      if (before.number() == layer.number()) {
        return offset;
      }
      offset += before.parameters();
    }
    throw new IllegalArgumentException("no layer " + layer.number());
  }

  public int parameterCount() {
    return Math.toIntExact(layers.stream().mapToLong(LayerPlan::parameters).sum());
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder("layer  inputs  outputs  parameters  forward\n");
    for (LayerPlan layer : layers) {
      table.append(
          String.format(
              Locale.ROOT,
              "%5d %7d %8d %11d  %s\n",
              layer.number(),
              layer.inputs(),
              layer.outputs(),
              layer.parameters(),
              layer.forward()));
    }
    return table.append("tile ").append(tile).append(" samples").toString();
  }

  /**
   * Whether a trainer with several threads is given gradients and a step in this network's own
   * order. For the others it copies, and their source stays a page to read.
   */
  public boolean sharesSteps() {
    return trains()
        && (parameterCount() >= LEAST_SHARED_PARAMETERS
            || layers.stream().anyMatch(LayerPlan::hasStrips));
  }
}
