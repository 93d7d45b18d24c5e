package io.github.gradsmith.spark.internal.net;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** The generated classes of this JVM, found by the name of the interface that they implement. */
public final class Classes {
  private Classes() {}

  /**
   * The interface of a network.
   *
   * @param name as {@link Class#getName} gives it
   * @throws IllegalStateException if this JVM has no such class; it says what to ship
   */
  public static Class<?> named(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try {
      return Class.forName(name, true, loader == null ? Classes.class.getClassLoader() : loader);
    } catch (ClassNotFoundException e) {
      throw missing(name, name, e);
    }
  }

  /** A network as its constructor with a seed makes it, or the one without arguments. */
  static Object create(String name, long seed) {
    Class<?> type = generated(name);
    try {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        Class<?>[] parameters = constructor.getParameterTypes();
        if (parameters.length == 1 && parameters[0] == long.class) {
          constructor.setAccessible(true);
          return constructor.newInstance(seed);
        }
      }
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a network of " + name + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a network of " + name + " cannot be made", e);
    }
  }

  private static Class<?> generated(String name) {
    Class<?> declared = named(name);
    String generated =
        declared.getPackageName().isEmpty()
            ? name.replace('$', '_') + "Impl"
            : declared.getPackageName()
                + "."
                + name.substring(declared.getPackageName().length() + 1).replace('$', '_')
                + "Impl";
    try {
      return Class.forName(generated, true, declared.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw missing(generated, name, e);
    }
  }

  private static IllegalStateException missing(String absent, String name, Exception cause) {
    return new IllegalStateException(
        "the class "
            + absent
            + " is not here. Ship the jar that holds "
            + name
            + " and what the processor generated for it, and the jars of gradsmith-runtime and"
            + " gradsmith-training: --jars of spark-submit, or spark.jars",
        cause);
  }
}
