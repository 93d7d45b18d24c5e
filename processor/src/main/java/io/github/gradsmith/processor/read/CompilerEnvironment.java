package io.github.gradsmith.processor.read;

import java.lang.reflect.Field;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The compiler's own environment behind those that build tools put in front of it to watch what a
 * processor does. They are taken off as the tools document it; what is unknown stays as it is.
 */
final class CompilerEnvironment {
  private static final String GRADLE = "org.gradle.";
  private static final String INTELLIJ = "org.jetbrains.jps.javac.APIWrappers";
  private static final int MOST_LAYERS = 8;

  private CompilerEnvironment() {}

  static ProcessingEnvironment of(ProcessingEnvironment environment) {
    ProcessingEnvironment inner = environment;
    for (int i = 0; i < MOST_LAYERS; i++) {
      ProcessingEnvironment next = withoutGradle(withoutIntelliJ(inner));
      if (next == inner) {
        return inner;
      }
      inner = next;
    }
    return inner;
  }

  /** Gradle keeps the environment in a field, for incremental processors. */
  private static ProcessingEnvironment withoutGradle(ProcessingEnvironment environment) {
    if (!environment.getClass().getName().startsWith(GRADLE)) {
      return environment;
    }
    try {
      Field delegate = environment.getClass().getDeclaredField("delegate");
      delegate.setAccessible(true);
      return (ProcessingEnvironment) delegate.get(environment);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return environment;
    }
  }

  /** IntelliJ has a method for it, which works for whatever it has wrapped. */
  private static ProcessingEnvironment withoutIntelliJ(ProcessingEnvironment environment) {
    ClassLoader loader = environment.getClass().getClassLoader();
    if (loader == null) {
      return environment;
    }
    try {
      Object inner =
          loader
              .loadClass(INTELLIJ)
              .getDeclaredMethod("unwrap", Class.class, Object.class)
              .invoke(null, ProcessingEnvironment.class, environment);
      return inner == null ? environment : (ProcessingEnvironment) inner;
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return environment;
    }
  }
}
