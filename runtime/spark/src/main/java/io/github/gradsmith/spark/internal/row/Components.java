package io.github.gradsmith.spark.internal.row;

import java.util.Map;

/** Types of components. */
final class Components {
  private static final Map<Class<?>, Class<?>> PRIMITIVES =
      Map.of(
          Double.class, double.class,
          Float.class, float.class,
          Long.class, long.class,
          Integer.class, int.class,
          Short.class, short.class,
          Byte.class, byte.class,
          Boolean.class, boolean.class);

  private Components() {}

  /** The primitive type of a wrapper; any other type as it is. */
  static Class<?> unwrapped(Class<?> type) {
    return PRIMITIVES.getOrDefault(type, type);
  }
}
