package io.github.gradsmith.processor.random;

import io.github.gradsmith.internal.vector.VectorModule;
import io.github.gradsmith.processor.generated.CompiledNetworks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Classes of a compilation, loaded twice: once with the kernels that this JVM allows, and once with
 * SIMD kernels switched off. A class asks for that when it is loaded; the system property that says
 * so would be read by other tests, too, which run at the same time.
 */
final class LoadedNetworks {
  private final CompiledNetworks classes;
  private final Map<String, byte[]> classFiles;
  private final ClassLoader usual;
  private final ClassLoader plain;

  LoadedNetworks(CompiledNetworks classes) {
    this.classes = classes;
    this.classFiles = classes.classFiles();
    this.usual = classes.loader();
    this.plain = new Loader(classFiles);
  }

  private static String className(String name) {
    return "demo." + name + "Impl";
  }

  /** The source of a network's class. */
  String source(String name) {
    return classes.source(name);
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

  /** Has a {@link VectorModule} of its own. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classFiles;

    Loader(Map<String, byte[]> classFiles) {
      super(CompiledNetworks.class.getClassLoader());
      this.classFiles = classFiles;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        return name.equals(VectorModule.class.getName()) && findLoadedClass(name) == null
            ? define(name, switchedOff())
            : super.loadClass(name, resolve);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classFiles.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return define(name, bytes);
    }

    private Class<?> define(String name, byte[] bytes) {
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** {@link VectorModule} with a switch that is off, whatever the system property says. */
  private static byte[] switchedOff() {
    String file = "/" + VectorModule.class.getName().replace('.', '/') + ".class";
    try (InputStream in = VectorModule.class.getResourceAsStream(file)) {
      ClassReader reader = new ClassReader(in);
      ClassWriter writer = new ClassWriter(0);
      reader.accept(
          new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
              MethodVisitor method = super.visitMethod(access, name, descriptor, signature, thrown);
              if (!name.equals("switchedOff")) {
                return method;
              }
              method.visitCode();
              method.visitInsn(Opcodes.ICONST_1);
              method.visitInsn(Opcodes.IRETURN);
              method.visitMaxs(1, 0);
              method.visitEnd();
              return null;
            }
          },
          0);
      return writer.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
