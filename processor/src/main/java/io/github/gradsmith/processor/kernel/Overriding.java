package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.MethodSpec;
import javax.lang.model.element.Modifier;

/** Starts the methods of the public interfaces. */
final class Overriding {
  private Overriding() {}

  static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
