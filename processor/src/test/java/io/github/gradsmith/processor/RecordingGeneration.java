package io.github.gradsmith.processor;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.model.NetworkModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Keeps the models that reach generation, and generates a class of the right name. */
final class RecordingGeneration implements Function<NetworkModel, JavaFile> {
  private final List<NetworkModel> models = new ArrayList<>();

  @Override
  public JavaFile apply(NetworkModel model) {
    models.add(model);
    TypeSpec type = TypeSpec.classBuilder(model.generatedName()).build();
    return JavaFile.builder(model.packageName(), type).build();
  }

  List<NetworkModel> models() {
    return models;
  }
}
