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
        .map(
            entries ->
                Message.ACTIVATION_COUNT.at(
                    entries.place(), attribute, entries.value().size(), layers, needed(layers)));
  }

  private static String needed(int layers) {
    return layers == 2
        ? "exactly 1, for the layer after the input"
        : "either 1 for all of the layers after the input or exactly "
            + (layers - 1)
            + ", one for each";
  }
}
