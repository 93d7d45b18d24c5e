package io.github.gradsmith.processor.plan;

import java.util.List;

/** The steps of a layer as its kind takes them. Those that all kinds have alike are not here. */
public interface LayerSteps {
  /** What comes before all samples: copies of the weights in another order. */
  default List<Step> prepare() {
    return List.of();
  }

  /**
   * What the layer sums: its z, or its a if it {@link LayerPlan#activates} nothing.
   *
   * @param before the layers that it reads; the network's input is not among them
   */
  Step sums(List<LayerPlan> before);

  /**
   * The deltas of the layer {@code before}, of which this one is the only reader.
   *
   * @param batched whether all samples of a mini-batch take a step before the next one
   */
  List<Step> delta(LayerPlan before, boolean batched);

  /**
   * What reaches the layer {@code before} through this layer.
   *
   * @param batched whether all samples of a mini-batch take a step before the next one
   * @param adds whether other layers have reached it already
   */
  List<Step> errors(LayerPlan before, boolean batched, boolean adds);

  /** Adds the gradients of all samples of a tile; none of a layer that learns nothing. */
  List<Step> accumulate(List<LayerPlan> before);
}
