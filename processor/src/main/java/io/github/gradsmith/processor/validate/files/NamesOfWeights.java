package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prefixes of tensors stand beside a weight file, one for each layer after the input. */
public final class NamesOfWeights implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    return network.declaration().names().map(names -> faults(network, names)).orElse(List.of());
  }

  private static List<Fault> faults(ResolvedNetwork network, Located<List<Located<String>>> names) {
    if (network.declaration().model().isPresent()) {
      return List.of();
    }
    if (network.declaration().weights().isEmpty()) {
      return List.of(Message.NAMES_WITHOUT_WEIGHTS.at(names.place()));
    }
    boolean isEnum = network.declaration().layerEnum().isPresent();
    int layers =
        isEnum
            ? LayerShapes.known(network).map(known -> known.filed().size()).orElse(0)
            : network.layers().value().size() - 1;
    int written = names.value().size();
    if (layers < 1 || written == layers) {
      return List.of();
    }
    String example =
        IntStream.rangeClosed(1, layers)
            .mapToObj(i -> "\"fc" + i + '"')
            .collect(Collectors.joining(", "));
    return List.of(
        Message.NAME_COUNT.at(
            names.place(),
            written + (written == 1 ? " entry" : " entries"),
            layers
                + (layers == 1 ? " layer" : " layers")
                + (isEnum ? " with tensors in files" : " after the input"),
            example));
  }
}
