package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerEnum;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** The first constant is the input, no other is, and there are layers after it. */
public final class InputFirst implements Rule {
  /** As of a chain: keeps methods that call every layer's below what HotSpot compiles. */
  private static final int MOST = 64;

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    return network
        .declaration()
        .layerEnum()
        .map(layers -> faults(layers, LayerGraph.nodesOf(network)))
        .orElse(List.of());
  }

  private static List<Fault> faults(LayerEnum layers, List<LayerNode> nodes) {
    List<Fault> faults = new ArrayList<>();
    LayerNode first = nodes.get(0);
    first
        .annotation()
        .filter(annotation -> !annotation.isInput())
        .map(
            annotation ->
                LayerMessage.INPUT_MISSING.at(
                    annotation.place(), layers.name(), annotation.name(), first.name()))
        .ifPresent(faults::add);
    for (LayerNode node : nodes.subList(1, nodes.size())) {
      node.annotation()
          .filter(LayerAnnotation::isInput)
          .map(
              annotation ->
                  LayerMessage.INPUT_NOT_FIRST.at(annotation.place(), node.name(), first.name()))
          .ifPresent(faults::add);
    }
    if (nodes.size() == 1 && faults.isEmpty()) {
      faults.add(
          LayerMessage.INPUT_ALONE.at(first.constant().place(), layers.name(), first.name()));
    }
    if (nodes.size() > MOST) {
      faults.add(
          LayerMessage.TOO_MANY_CONSTANTS.at(layers.place(), layers.name(), nodes.size(), MOST));
    }
    return faults;
  }
}
