package io.github.gradsmith.sample.benchmarks.sweep;

import io.github.gradsmith.sample.benchmarks.Backend;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Has javac and the processor write the networks of some shapes. */
final class ShapeCompiler {
  static final String PACKAGE = "shapes";

  private static final String PROCESSOR = "io.github.gradsmith.processor.NetworkProcessor";

  private final Path classes;

  /**
   * A compiler.
   *
   * @param classes receives the classes
   */
  ShapeCompiler(Path classes) {
    this.classes = classes;
  }

  /** Compiles them all at once; the backend says whether javac sees the Vector API. */
  void compile(List<Shape> shapes, Backend backend) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options = new ArrayList<>(List.of("-d", classes.toString()));
    options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    options.addAll(List.of("-processor", PROCESSOR));
    options.addAll(backend.flags());
    StringWriter messages = new StringWriter();
    JavaCompiler.CompilationTask task =
        javac.getTask(
            messages, null, null, options, null, shapes.stream().map(ShapeCompiler::file).toList());
    if (!task.call()) {
      throw new IOException("javac failed: " + messages);
    }
  }

  private static JavaFileObject file(Shape shape) {
    String source =
        """
        package %s;

        import io.github.gradsmith.Activation;
        import io.github.gradsmith.FloatNetwork;
        import io.github.gradsmith.Network;

        @Network(layers = {%d, %d}, activation = Activation.SIGMOID)
        public interface %s extends FloatNetwork {}
        """
            .formatted(PACKAGE, shape.inputs(), shape.outputs(), shape.interfaceName());
    URI uri = URI.create("string:///" + PACKAGE + "/" + shape.interfaceName() + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
