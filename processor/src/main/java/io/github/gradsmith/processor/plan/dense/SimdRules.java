package io.github.gradsmith.processor.plan.dense;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.WeightLayout;
import io.github.gradsmith.processor.plan.simd.PanelRules;
import io.github.gradsmith.processor.plan.simd.SimdShape;
import io.github.gradsmith.processor.plan.simd.SimdTiles;

/** Chooses the layers that have SIMD kernels, and the shapes of these. */
final class SimdRules {
  /** Bytes of the widest vectors: rows of a layer with kernels fill at least one. */
  private static final int WIDEST_BYTES = 64;

  private SimdRules() {}

  /** The SIMD shape of a layer whose plain loops have that shape. */
  static SimdShape of(LayerModel layer, ForwardShape shape, NetworkModel model) {
    boolean inputMajor = shape.layout() == WeightLayout.INPUT_MAJOR;
    int length = inputMajor ? layer.outputs() : layer.inputs();
    boolean fills = length >= WIDEST_BYTES / model.precision().bytes();
    if (!model.vectorized() || !fills || shape.isUnrolled()) {
      return new SimdShape.None();
    }
    if (PanelRules.fit(layer, model.precision())) {
      boolean goesBack = model.trains() && layer.readsLearnt();
      return new SimdShape.Panels(goesBack ? SimdShape.Panels.BACK_INPUTS : 0);
    }
    return inputMajor
        ? new SimdShape.InputMajorTiles(SimdTiles.of(layer.inputs()))
        : new SimdShape.RowTiles(SimdTiles.of(layer.outputs()));
  }
}
