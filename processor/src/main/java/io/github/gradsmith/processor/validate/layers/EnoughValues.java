package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.graph.LayerSource;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Layers that join values name two or more. */
public final class EnoughValues implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<LayerNode> nodes = LayerGraph.nodesOf(network);
    List<Fault> faults = new ArrayList<>();
    for (LayerNode node : nodes.stream().skip(1).toList()) {
      node.annotation()
          .filter(annotation -> annotation.joins())
          .filter(annotation -> node.sources().size() < 2)
          .map(annotation -> fault(annotation, node, nodes))
          .ifPresent(faults::add);
    }
    return faults;
  }

  private static Fault fault(LayerAnnotation annotation, LayerNode node, List<LayerNode> nodes) {
    String before = nodes.get(node.number() - 2).name();
    String first = node.sources().stream().map(LayerSource::name).findFirst().orElse(before);
    return LayerMessage.TOO_FEW_VALUES.at(
        annotation.reads().orElseThrow().place(),
        annotation.name(),
        node.name(),
        node.sources().isEmpty() ? "nothing" : first + " alone",
        annotation.name() + "({\"" + first + "\", \"" + before + "\"})");
  }
}
