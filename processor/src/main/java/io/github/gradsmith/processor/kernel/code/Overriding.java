package io.github.gradsmith.processor.kernel.code;

import com.palantir.javapoet.MethodSpec;
import javax.lang.model.element.Modifier;

/** Starts the methods of the public interfaces. */
public final class Overriding {
  private Overriding() {}

  public static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
