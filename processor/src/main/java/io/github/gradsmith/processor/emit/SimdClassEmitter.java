package io.github.gradsmith.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.model.NetworkModel;
import javax.lang.model.element.Modifier;

/**
 * The class of vector kernels as one file. It stands apart from the implementation, so that a JVM
 * without the Vector API never loads it.
 */
public final class SimdClassEmitter {
  private SimdClassEmitter() {}

  /** The source of the class beside the implementation of {@code model}. */
  public static SourceFile emit(NetworkModel model, ClassParts fragments) {
    TypeSpec.Builder type =
        GeneratedType.named(
                model.simdName(),
                model,
                "SIMD kernels of {@link "
                    + model.generatedName()
                    + "} on the Vector API: static methods over its arrays, loaded only where the"
                    + " module jdk.incubator.vector is present.")
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    return GeneratedType.file(model.qualifiedSimdName(), model, type, fragments);
  }
}
