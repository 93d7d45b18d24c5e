package io.github.gradsmith.processor.emit;

import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.model.NetworkModel;

/** The class of test vectors as one file. */
public final class TestVectorClassEmitter {
  private TestVectorClassEmitter() {}

  /** The source of the class beside the implementation of {@code model}. */
  public static SourceFile emit(NetworkModel model, ClassParts fragments) {
    TypeSpec.Builder type =
        GeneratedType.named(
            model.testVectorsName(),
            model,
            "Test vectors of {@link "
                + model.generatedName()
                + "}, from "
                + model.vectors().orElseThrow().file()
                + ".");
    return GeneratedType.file(model.qualifiedTestVectorsName(), model, type, fragments);
  }
}
