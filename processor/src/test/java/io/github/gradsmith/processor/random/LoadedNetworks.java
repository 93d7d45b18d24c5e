package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.generated.CompiledNetworks;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Classes of a compilation, loaded twice: once with the kernels that this JVM allows, and once with
 * SIMD kernels switched off, which a class asks for when it is loaded.
 */
final class LoadedNetworks {
  static final String SWITCH = "gradsmith.simd";
  static final String OFF = "off";

  private final Map<String, byte[]> classFiles;
  private final ClassLoader usual;
  private final ClassLoader plain;

  /** Loads the classes of these interfaces of package {@code demo}. */
  LoadedNetworks(CompiledNetworks classes, List<String> names) {
    this.classFiles = classes.classFiles();
    this.usual = classes.loader();
    this.plain = new Loader(classFiles);
    initialize(usual, names);
    Optional<String> before = Optional.ofNullable(System.getProperty(SWITCH));
    System.setProperty(SWITCH, OFF);
    try {
      initialize(plain, names);
    } finally {
      before.ifPresentOrElse(
          value -> System.setProperty(SWITCH, value), () -> System.clearProperty(SWITCH));
    }
  }

  private static void initialize(ClassLoader loader, List<String> names) {
    for (String name : names) {
      try {
        Class.forName(className(name), true, loader);
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static String className(String name) {
    return "demo." + name + "Impl";
  }

  /** Class files by binary name. */
  Map<String, byte[]> classFiles() {
    return classFiles;
  }

  /** A new network that runs the kernels this JVM allows. */
  Object create(String name, long seed) {
    return create(usual, name, seed);
  }

  /** A new network that runs plain kernels. */
  Object createPlain(String name, long seed) {
    return create(plain, name, seed);
  }

  private static Object create(ClassLoader loader, String name, long seed) {
    try {
      Constructor<?> constructor = loader.loadClass(className(name)).getConstructor(long.class);
      return constructor.newInstance(seed);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classFiles;

    Loader(Map<String, byte[]> classFiles) {
      super(CompiledNetworks.class.getClassLoader());
      this.classFiles = classFiles;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classFiles.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
