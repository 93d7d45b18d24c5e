package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.validate.network.ParametersFit;
import java.util.List;

/** Whether the widths of all layers are such that weights can be compared with them. */
final class LayerShapes {
  private LayerShapes() {}

  static boolean areKnown(NetworkDeclaration declaration) {
    List<Located<Integer>> layers = declaration.layers().value();
    return layers.size() >= 2
        && layers.stream().allMatch(width -> width.value() > 0)
        && new ParametersFit().faults(declaration).isEmpty();
  }
}
