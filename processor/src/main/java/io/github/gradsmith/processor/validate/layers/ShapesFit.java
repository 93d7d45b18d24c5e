package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.kind.Refusal;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.graph.LayerSource;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Layers take the shapes of what they read. */
public final class ShapesFit implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<Fault> faults = new ArrayList<>();
    for (LayerNode node : LayerGraph.nodesOf(network)) {
      if (NumbersFitShapes.fault(node).isEmpty()) {
        node.refusal().map(refusal -> fault(node, refusal)).ifPresent(faults::add);
      }
    }
    return faults;
  }

  private static Fault fault(LayerNode node, Refusal refusal) {
    List<Shape> inputs = node.inputs().orElseThrow();
    List<LayerSource> sources = node.sources();
    int odd = 0;
    for (int i = inputs.size() - 1; i > 0; i--) {
      odd = inputs.get(i).equals(inputs.get(0)) ? odd : i;
    }
    String read =
        Stream.of(0, odd)
            .distinct()
            .map(i -> inputs.get(i) + " of " + sources.get(i).name())
            .collect(Collectors.joining(" and "));
    return LayerMessage.SHAPE_REFUSED.at(
        sources.get(odd).place(),
        node.annotation().orElseThrow().name(),
        node.name(),
        refusal.takes(),
        read,
        refusal.cure());
  }
}
