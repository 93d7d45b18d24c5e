package io.github.gradsmith.processor.emit;

import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.kernel.code.Fragments;
import io.github.gradsmith.processor.model.NetworkModel;

/** The class of test vectors as one file. */
public final class TestVectorClassEmitter {
  private TestVectorClassEmitter() {}

  /** The source of the class beside the implementation of {@code model}. */
  public static SourceFile emit(NetworkModel model, Fragments fragments) {
    TypeSpec.Builder type =
        GeneratedType.named(
            model.vectorsName(),
            model,
            "Test vectors of {@link "
                + model.generatedName()
                + "}, from "
                + model.vectors().orElseThrow().file()
                + ".");
    return GeneratedType.file(model.qualifiedVectorsName(), model, type, fragments);
  }
}
