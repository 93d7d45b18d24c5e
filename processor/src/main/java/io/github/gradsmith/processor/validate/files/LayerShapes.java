package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.network.ParametersFit;
import java.util.List;

/** Whether the widths of all layers are such that weights can be compared with them. */
final class LayerShapes {
  private LayerShapes() {}

  /** The numbers of an input. */
  static int inputs(ResolvedNetwork network) {
    return network
        .importedGraph()
        .map(graph -> Math.toIntExact(graph.input().numbers()))
        .orElseGet(() -> network.layers().value().get(0).value());
  }

  /** The numbers of an output. */
  static int outputs(ResolvedNetwork network) {
    List<Located<Integer>> layers = network.layers().value();
    return network
        .importedGraph()
        .map(ModelImport.Graph::outputs)
        .orElseGet(() -> layers.get(layers.size() - 1).value());
  }

  static boolean areKnown(ResolvedNetwork network) {
    List<Located<Integer>> layers = network.layers().value();
    return layers.size() >= 2
        && layers.stream().allMatch(width -> width.value() > 0)
        && new ParametersFit().faults(network).isEmpty();
  }
}
