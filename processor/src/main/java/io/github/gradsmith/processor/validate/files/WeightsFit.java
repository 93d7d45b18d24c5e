package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.internal.file.ForeignFormat;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.io.IOException;
import java.util.List;

/** A weight file is there, can be read, and holds what the layers need and nothing else. */
public final class WeightsFit implements Rule {
  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    if (declaration.model().isPresent()) {
      return List.of();
    }
    return declaration.weights().map(file -> faults(declaration, file)).orElse(List.of());
  }

  private static List<Fault> faults(NetworkDeclaration declaration, Located<FoundFile> written) {
    FoundFile file = written.value();
    if (!WeightTensors.isKnown(file.name())) {
      return List.of(
          Message.WEIGHT_FILE_KIND.at(written.place(), quoted(file.name()), format(file)));
    }
    if (file.content().isEmpty()) {
      return List.of(FilesFound.fault(written));
    }
    try {
      WeightTensors content = WeightTensors.of(file).orElseThrow();
      return LayerShapes.areKnown(declaration)
          ? new LayerWeights(declaration, content).faults()
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
