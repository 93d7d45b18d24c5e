package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** Every constant but the last is read. Where names or annotations are wrong, nobody can tell. */
public final class AllAreRead implements Rule {
  private static final List<Rule> FIRST =
      List.of(new OneLayerPerConstant(), new InputFirst(), new NamesResolve(), new EnoughValues());

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<LayerNode> nodes = LayerGraph.nodesOf(network);
    if (nodes.isEmpty() || FIRST.stream().anyMatch(rule -> !rule.faults(network).isEmpty())) {
      return List.of();
    }
    String last = nodes.get(nodes.size() - 1).name();
    return nodes.stream()
        .limit(nodes.size() - 1L)
        .filter(node -> nodes.stream().noneMatch(reader -> reader.reads(node)))
        .map(
            node ->
                LayerMessage.UNREAD.at(
                    node.constant().place(), node.name(), last, "from = \"" + node.name() + '"'))
        .toList();
  }
}
