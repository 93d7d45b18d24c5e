package io.github.gradsmith.spark.internal.row;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The methods of a network's interface that answer a record: an enum, a boolean or a number. */
public final class Questions {
  private Questions() {}

  /** The method that answers, the first one by name. */
  public static Optional<Method> answer(Class<?> network) {
    return questions(network).stream()
        .filter(method -> method.getReturnType().isEnum() || isSimple(method.getReturnType()))
        .min(Comparator.comparing(Method::getName));
  }

  /** The method that gives all outputs. */
  public static Optional<Method> outputs(Class<?> network) {
    return questions(network).stream()
        .filter(method -> !method.getName().equals("encode"))
        .filter(
            method ->
                method.getReturnType() == float[].class || method.getReturnType() == double[].class)
        .findFirst();
  }

  /** The record that the network reads, or nothing if it reads arrays only. */
  public static Optional<Class<?>> row(Class<?> network) {
    return questions(network).stream().<Class<?>>map(m -> m.getParameterTypes()[0]).findFirst();
  }

  private static boolean isSimple(Class<?> type) {
    return type == boolean.class || type == float.class || type == double.class;
  }

  /** Not those that take an example and a rate. */
  private static List<Method> questions(Class<?> network) {
    return Arrays.stream(network.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> method.getParameterTypes()[0].isRecord())
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }
}
