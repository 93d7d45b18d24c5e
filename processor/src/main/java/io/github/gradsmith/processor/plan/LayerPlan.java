package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.initializer.Distribution;
import io.github.gradsmith.processor.model.LayerModel;
import java.util.Optional;

/**
 * One layer after the input, with all that is decided about it.
 *
 * @param model its size and kinds
 * @param activation how z becomes a, and the derivative
 * @param distribution where its initial weights come from
 * @param forward how its weighted sums are looped
 * @param unrolled whether its backward and update code is written out
 * @param keepsZ whether z is kept for the way back, because the derivative needs it
 * @param hasZRows whether z has a row for each sample of a tile: because it is kept, or because
 *     mini-batches go layer by layer
 * @param vector how rows share loads in SIMD; empty if the plain loops serve that, too
 * @param hasStrips whether the weights are kept in strips of neurons where SIMD kernels run, see
 *     {@link VectorStrips}
 */
public record LayerPlan(
    LayerModel model,
    ActivationFormula activation,
    Distribution distribution,
    ForwardShape forward,
    boolean unrolled,
    boolean keepsZ,
    boolean hasZRows,
    Optional<VectorTiles> vector,
    boolean hasStrips) {
  /** The same with z kept for the way back. */
  LayerPlan keepingZ() {
    return new LayerPlan(
        model, activation, distribution, forward, unrolled, true, true, vector, hasStrips);
  }

  /** The loop shapes in a few words, for a reader of the size report. */
  public String loopWords() {
    return hasStrips
        ? forward.words() + "; in SIMD " + VectorStrips.WORDS
        : forward.words() + vector.map(tiles -> "; in SIMD " + tiles.words()).orElse("");
  }

  /** Whether SIMD kernels are written for the layer beside the plain loops. */
  public boolean isVectorized() {
    return vector.isPresent();
  }

  /** The tiles of a layer that {@link #isVectorized()}. */
  public VectorTiles tiles() {
    return vector.orElseThrow();
  }

  public int number() {
    return model.number();
  }

  public int inputs() {
    return model.inputs();
  }

  public int outputs() {
    return model.outputs();
  }

  /** The order in which the weights are kept. */
  public WeightLayout layout() {
    return forward.layout();
  }

  /** Whether the weights have a row for each input. */
  public boolean hasColumns() {
    return layout() == WeightLayout.COLUMNS;
  }

  /** Rows of the weights as they are kept: one for each neuron, or for each input. */
  public int rows() {
    return hasColumns() ? inputs() : outputs();
  }

  /** Weights of a row as they are kept. */
  public int rowLength() {
    return hasColumns() ? outputs() : inputs();
  }

  public long weights() {
    return (long) model.inputs() * model.outputs();
  }

  public int parameters() {
    return Math.toIntExact(weights() + model.outputs());
  }
}
