package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Optional;

/** Softmax and its logarithm share 1 out among outputs: a single one always has all of it. */
public final class SoftmaxOfMany implements Rule {
  /** Whether the last layer is a softmax over one output, whatever else is wrong. */
  static boolean isSingle(ResolvedNetwork network) {
    List<Located<ActivationChoice>> activations = network.activations();
    return hasOneOutput(network)
        && !activations.isEmpty()
        && SoftmaxOnlyLast.couples(activations.get(activations.size() - 1).value());
  }

  /** Whether there is one output, or one for each step of a sequence. */
  static boolean hasOneOutput(ResolvedNetwork network) {
    Optional<LayerGraph> graph = LayerGraph.of(network);
    if (graph.isPresent()) {
      return graph.get().last().shape().filter(shape -> shape.last() == 1).isPresent();
    }
    List<Located<Integer>> widths = network.layers().value();
    return widths.size() >= 2 && widths.get(widths.size() - 1).value() == 1;
  }

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    if (!isSingle(network)) {
      return List.of();
    }
    List<Located<ActivationChoice>> activations = network.activations();
    Located<ActivationChoice> last = activations.get(activations.size() - 1);
    return List.of(
        Message.SOFTMAX_OF_ONE.at(
            last.place(),
            SoftmaxOnlyLast.text(last.value(), SoftmaxOnlyLast.isNamed(network)),
            last.value().equals(SoftmaxOnlyLast.SOFTMAX) ? "1" : "0",
            network.declaration().model().isPresent() ? "Export a model that has" : "Write"));
  }
}
