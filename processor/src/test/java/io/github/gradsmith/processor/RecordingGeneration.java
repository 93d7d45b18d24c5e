package io.github.gradsmith.processor;

import io.github.gradsmith.processor.emit.SourceFile;
import io.github.gradsmith.processor.model.NetworkModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Generates as the processor does, and keeps the models. */
final class RecordingGeneration implements Function<NetworkModel, SourceFile> {
  private final List<NetworkModel> models = new ArrayList<>();

  @Override
  public SourceFile apply(NetworkModel model) {
    models.add(model);
    return NetworkProcessor.generate(model);
  }

  List<NetworkModel> models() {
    return models;
  }
}
