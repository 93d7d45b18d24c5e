package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.MeantLayers;
import io.github.gradsmith.processor.validate.layers.SizesFit;
import io.github.gradsmith.processor.validate.network.ParametersFit;
import java.util.Optional;

/** Layers with which files can be compared: those whose shapes are known, and fit arrays. */
final class LayerShapes {
  private LayerShapes() {}

  static Optional<MeantLayers> known(ResolvedNetwork network) {
    boolean fit =
        new ParametersFit().faults(network).isEmpty() && new SizesFit().faults(network).isEmpty();
    return fit ? MeantLayers.known(network) : Optional.empty();
  }
}
