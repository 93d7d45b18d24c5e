package io.github.gradsmith.processor;

import com.google.testing.compile.Compiler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A compiler's view of the files of the JDK and the class path, kept for all compilations of a
 * thread: to list them takes longer than to compile a fixture.
 */
public final class KeptFiles {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  private static final KeptFiles OF_JAVAC =
      new KeptFiles(() -> JAVAC.getStandardFileManager(null, null, null));

  private static final JavaCompiler KEEPING =
      (JavaCompiler)
          Proxy.newProxyInstance(
              KeptFiles.class.getClassLoader(),
              new Class<?>[] {JavaCompiler.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getStandardFileManager")
                      ? OF_JAVAC.ofThread()
                      : invoke(JAVAC, method, arguments));

  private final ThreadLocal<StandardJavaFileManager> kept;

  KeptFiles(Supplier<StandardJavaFileManager> created) {
    kept = ThreadLocal.withInitial(() -> unclosed(created.get()));
  }

  /** The JDK's compiler, for many small compilations. */
  public static Compiler javac() {
    return Compiler.compiler(KEEPING);
  }

  /** That of this thread, which whoever is done with it cannot close. */
  StandardJavaFileManager ofThread() {
    return kept.get();
  }

  private static StandardJavaFileManager unclosed(StandardJavaFileManager files) {
    return (StandardJavaFileManager)
        Proxy.newProxyInstance(
            KeptFiles.class.getClassLoader(),
            new Class<?>[] {StandardJavaFileManager.class},
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : invoke(files, method, arguments));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
