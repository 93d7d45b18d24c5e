package io.github.gradsmith.processor;

import io.github.gradsmith.processor.emit.SourceFile;
import io.github.gradsmith.processor.model.NetworkModel;
import java.util.ArrayList;
import java.util.List;

/** Generates as the processor does, and keeps the models. */
final class RecordingGeneration implements Generation {
  private final List<NetworkModel> models = new ArrayList<>();

  @Override
  public List<SourceFile> of(NetworkModel model) {
    models.add(model);
    return Generation.sources(model);
  }

  List<NetworkModel> models() {
    return models;
  }
}
