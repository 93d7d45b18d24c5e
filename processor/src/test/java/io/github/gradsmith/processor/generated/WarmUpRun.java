package io.github.gradsmith.processor.generated;

import io.github.gradsmith.FloatPredictor;

/** Main class: warms up the classes whose names it is given, in a JVM that does nothing else. */
public final class WarmUpRun {
  private WarmUpRun() {}

  public static void main(String[] names) throws ReflectiveOperationException {
    for (String name : names) {
      Class<?> type = Class.forName(name);
      ((FloatPredictor) type.getConstructor(long.class).newInstance(1L)).warmUp();
    }
  }
}
