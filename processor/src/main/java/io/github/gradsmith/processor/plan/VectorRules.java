package io.github.gradsmith.processor.plan;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Precision;
import java.util.Optional;

/** Chooses the layers that have SIMD kernels, and their tiles. */
final class VectorRules {
  /** Bytes of the widest vectors: rows of a layer with kernels fill at least one. */
  private static final int WIDEST_BYTES = 64;

  private VectorRules() {}

  /** Whether any layer has SIMD kernels. */
  static boolean apply(NetworkModel model) {
    return model.layers().stream().anyMatch(layer -> tiles(layer, model).isPresent());
  }

  static Optional<VectorTiles> tiles(LayerModel layer, NetworkModel model) {
    int bytes = model.precision() == Precision.FLOAT ? Float.BYTES : Double.BYTES;
    ForwardShape shape = ShapeRules.forward(layer);
    boolean columns = shape.layout() == WeightLayout.COLUMNS;
    int length = columns ? layer.outputs() : layer.inputs();
    boolean fills = length >= WIDEST_BYTES / bytes;
    return model.vectorized() && fills && !ShapeRules.unrolled(layer)
        ? Optional.of(VectorTiles.of(columns ? layer.inputs() : layer.outputs()))
        : Optional.empty();
  }
}
