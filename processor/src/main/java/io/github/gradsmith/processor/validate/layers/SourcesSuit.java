package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.model.LayerChoice.Type;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.graph.LayerSource;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What looks numbers up or scales them reads the input, or parts of it. */
public final class SourcesSuit implements Rule {
  private static final Set<Type> KEEPING = Set.of(Type.SLICE, Type.CONCAT, Type.FLATTEN);

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<LayerNode> nodes = LayerGraph.nodesOf(network);
    List<Fault> faults = new ArrayList<>();
    for (LayerNode node : nodes.stream().skip(1).toList()) {
      for (LayerSource source : node.sources()) {
        Optional<LayerNode> read = source.node();
        if (node.is(Type.EMBEDDING)) {
          read.flatMap(SourcesSuit::computed)
              .map(
                  other ->
                      fault(node, source, other, "@Input, or @Slice, @Concat and @Flatten of it"))
              .ifPresent(faults::add);
        } else if (node.is(Type.NORMALIZATION)) {
          read.filter(value -> !isInputOrSlice(value))
              .map(other -> fault(node, source, other, "@Input, or a @Slice of it"))
              .ifPresent(faults::add);
        }
      }
    }
    return faults;
  }

  /** A layer of which a value is made that computes other numbers than the input's. */
  private static Optional<LayerNode> computed(LayerNode value) {
    Set<Integer> seen = new HashSet<>();
    Deque<LayerNode> made = new ArrayDeque<>(List.of(value));
    while (!made.isEmpty()) {
      LayerNode next = made.remove();
      if (KEEPING.stream().anyMatch(next::is)) {
        next.sources().stream()
            .flatMap(source -> source.node().stream())
            .filter(source -> seen.add(source.number()))
            .forEach(made::add);
      } else if (next.number() > 1 && next.annotation().isPresent()) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  private static boolean isInputOrSlice(LayerNode value) {
    return value.number() == 1
        || value.annotation().isEmpty()
        || value.is(Type.SLICE)
            && value.sources().stream()
                .flatMap(source -> source.node().stream())
                .allMatch(source -> source.number() == 1);
  }

  private static Fault fault(LayerNode node, LayerSource source, LayerNode other, String takes) {
    String kind = other.annotation().orElseThrow().name();
    String what =
        other.name().equals(source.name()) ? kind : "made of " + kind + " " + other.name();
    return LayerMessage.SOURCE_REFUSED.at(
        source.place(),
        node.annotation().orElseThrow().name(),
        node.name(),
        source.name(),
        what,
        takes,
        node.is(Type.EMBEDDING)
            ? "Indices are no results: let it read where they come in."
            : "Write @LayerNorm for results of layers.");
  }
}
