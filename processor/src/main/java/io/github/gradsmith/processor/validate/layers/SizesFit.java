package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.Hyperparameter;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Set;

/** Values and all parameters fit arrays. */
public final class SizesFit implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    long parameters = 0;
    for (LayerNode node : LayerGraph.nodesOf(network)) {
      if (node.isTooLarge()) {
        return List.of(
            LayerMessage.VALUE_TOO_LARGE.at(
                place(node),
                node.annotation().orElseThrow().name(),
                node.name(),
                LayerGraph.MOST_NUMBERS));
      }
      long own = node.parameterCount();
      parameters += own; // below 2^31 before, below 2^62 of its own
      if (parameters > LayerGraph.MOST_NUMBERS) {
        return List.of(
            LayerMessage.PARAMETERS_OF_LAYER.at(
                place(node), node.name(), parameters, own, LayerGraph.MOST_NUMBERS));
      }
    }
    return List.of();
  }

  /** The number that makes a value large, if there is one. */
  private static Place place(LayerNode node) {
    LayerAnnotation annotation = node.annotation().orElseThrow();
    List<Hyperparameter> numbers =
        annotation.numbers().stream()
            .filter(number -> Set.of("value", "units").contains(number.name()))
            .toList();
    return numbers.isEmpty() ? annotation.place() : numbers.get(numbers.size() - 1).place();
  }
}
