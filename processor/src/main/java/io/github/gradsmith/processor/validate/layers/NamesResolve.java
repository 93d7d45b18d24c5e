package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.graph.LayerSource;
import io.github.gradsmith.processor.validate.rule.Rule;
import io.github.gradsmith.processor.validate.rule.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a layer names stands before it. */
public final class NamesResolve implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<LayerNode> nodes = LayerGraph.nodesOf(network);
    List<Fault> faults = new ArrayList<>();
    for (LayerNode node : nodes.stream().skip(1).toList()) {
      node.sources().stream()
          .filter(source -> source.node().isEmpty())
          .map(source -> fault(network, node, source, nodes))
          .forEach(faults::add);
    }
    return faults;
  }

  private static Fault fault(
      ResolvedNetwork network, LayerNode node, LayerSource source, List<LayerNode> nodes) {
    String annotation = node.annotation().orElseThrow().name();
    List<String> readable = nodes.stream().limit(node.number() - 1L).map(LayerNode::name).toList();
    String choice = String.join(", ", readable);
    if (source.name().equals(node.name())) {
      return LayerMessage.READS_ITSELF.at(source.place(), annotation, node.name(), choice);
    }
    if (nodes.stream().map(LayerNode::name).anyMatch(source.name()::equals)) {
      return LayerMessage.READS_LATER.at(
          source.place(), annotation, node.name(), source.name(), choice);
    }
    return LayerMessage.UNKNOWN_LAYER.at(
        source.place(),
        annotation,
        node.name(),
        source.name(),
        network.declaration().layerEnum().orElseThrow().name(),
        meant(source.name(), readable).map(name -> "Did you mean " + name + "? ").orElse("")
            + "Write one of: "
            + choice
            + ".");
  }

  private static Optional<String> meant(String written, List<String> readable) {
    return readable.stream()
        .filter(written::equalsIgnoreCase)
        .findFirst()
        .or(() -> Spelling.nearest(written, readable));
  }
}
