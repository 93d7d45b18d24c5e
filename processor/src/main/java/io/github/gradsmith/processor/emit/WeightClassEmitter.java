package io.github.gradsmith.processor.emit;

import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.model.NetworkModel;

/** The class of compiled weights as one file, so that the implementation stays readable. */
public final class WeightClassEmitter {
  private WeightClassEmitter() {}

  /** The source of the class beside the implementation of {@code model}. */
  public static SourceFile emit(NetworkModel model, ClassParts fragments) {
    TypeSpec.Builder type =
        GeneratedType.named(
            model.weightsName(),
            model,
            "The parameters of {@link "
                + model.generatedName()
                + "}, from "
                + model.weights().orElseThrow().file()
                + ".");
    return GeneratedType.file(model.qualifiedWeightsName(), model, type, fragments);
  }
}
