package io.github.gradsmith.processor;

import io.github.gradsmith.processor.model.NetworkModel;
import java.util.ArrayList;
import java.util.List;

/** Generates as the processor does, and keeps the models. */
final class RecordingGeneration implements Generation {
  private final List<NetworkModel> models = new ArrayList<>();

  @Override
  public GeneratedNetwork of(NetworkModel model) {
    models.add(model);
    return Generation.standard().of(model);
  }

  List<NetworkModel> models() {
    return models;
  }
}
