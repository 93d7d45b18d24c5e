package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.io.IOException;
import java.util.List;

/** Test vectors stand beside weights or a model, and have the network's inputs and outputs. */
public final class VectorsFit implements Rule {
  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    return declaration.vectors().map(file -> faults(declaration, file)).orElse(List.of());
  }

  private static List<Fault> faults(NetworkDeclaration declaration, Located<FoundFile> written) {
    FoundFile file = written.value();
    if (declaration.weights().isEmpty() && declaration.model().isEmpty()) {
      return List.of(Message.VECTORS_WITHOUT_WEIGHTS.at(written.place(), file.name()));
    }
    if (file.content().isEmpty()) {
      return List.of(FilesFound.fault(written));
    }
    try {
      VectorTensors vectors = VectorTensors.of(declaration, file.content().get());
      return LayerShapes.areKnown(declaration) ? vectors.faults() : List.of();
    } catch (IOException e) {
      return List.of(Message.WEIGHT_FILE_DAMAGED.at(written.place(), file.name(), e.getMessage()));
    }
  }
}
