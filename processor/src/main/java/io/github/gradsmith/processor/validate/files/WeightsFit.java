package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.internal.file.ForeignFormat;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.resolve.Parsed;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.resolve.WeightTensors;
import io.github.gradsmith.processor.validate.graph.MeantLayers;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A weight file is there, can be read, and holds what the layers need and nothing else. */
public final class WeightsFit implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    if (network.declaration().model().isPresent()) {
      return List.of();
    }
    return network.declaration().weights().map(file -> faults(network, file)).orElse(List.of());
  }

  private static List<Fault> faults(ResolvedNetwork network, Located<FoundFile> written) {
    FoundFile file = written.value();
    if (!WeightTensors.isKnown(file.name())) {
      return List.of(
          Message.WEIGHT_FILE_KIND.at(written.place(), quoted(file.name()), format(file)));
    }
    if (file.content().isEmpty()) {
      return List.of(FilesFound.fault(written));
    }
    Parsed<WeightTensors> weights = network.weights().orElseThrow();
    try {
      WeightTensors content = weights.content().orElseThrow(weights.problem()::orElseThrow);
      Optional<MeantLayers> layers = LayerShapes.known(network);
      return layers.isPresent()
          ? new LayerWeights(network, layers.get(), content).faults()
          : List.of();
    } catch (IOException e) {
      return List.of(Message.WEIGHT_FILE_DAMAGED.at(written.place(), file.name(), e.getMessage()));
    }
  }

  /** What a file is whose name is that of no format that is read. */
  private static String format(FoundFile file) {
    return file.content()
        .flatMap(ForeignFormat::describe)
        .map(format -> " It is " + format + ".")
        .orElse("");
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
