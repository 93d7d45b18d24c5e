package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** There is one activation or formula for all layers after the input, or one for each. */
public final class ActivationPerLayer implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    int layers = network.layers().value().size();
    return Stream.concat(
            fault("activation", network.declaration().activation(), layers),
            fault("formula", network.declaration().formula(), layers))
        .toList();
  }

  private static <T> Stream<Fault> fault(
      String attribute, Optional<Located<List<Located<T>>>> written, int layers) {
    return written.stream()
        .filter(entries -> layers >= 2)
        .filter(entries -> entries.value().size() != 1 && entries.value().size() != layers - 1)
        .map(entries -> fault(attribute, entries, layers));
  }

  private static <T> Fault fault(String attribute, Located<List<Located<T>>> entries, int layers) {
    int count = entries.value().size();
    return Message.ACTIVATION_COUNT.at(
        entries.place(),
        attribute,
        count == 0 ? "no entry" : count + " entries",
        layers,
        needed(layers),
        cure(count, layers));
  }

  private static String needed(int layers) {
    return layers == 2
        ? "1, for the layer after the input"
        : (layers - 1) + ", one for each layer after the input, or 1 for all of them";
  }

  private static String cure(int count, int layers) {
    return count == layers
        ? "The input layer has none, so leave one out"
        : "Write " + (layers == 2 ? "1" : (layers - 1) + " or 1");
  }
}
