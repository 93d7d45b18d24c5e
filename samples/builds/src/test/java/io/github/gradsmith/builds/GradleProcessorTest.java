package io.github.gradsmith.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind the processor that Gradle puts in front of ours, files beside the source are found. */
class GradleProcessorTest {
  private static final String PACKAGE = "org.gradle.api.internal.tasks.compile.";

  @TempDir private Path folder;

  @Test
  void filesAreFoundBehindGradlesOwnWrapper() throws Exception {
    URL[] jars = {
      Delivered.PROCESSOR.toUri().toURL(), Delivered.tool("gradle-api").toUri().toURL()
    };
    try (URLClassLoader loader = new URLClassLoader(jars)) {
      Processor ours =
          (Processor)
              loader
                  .loadClass("io.github.gradsmith.processor.NetworkProcessor")
                  .getConstructor()
                  .newInstance();
      assertThat(compile(isolating(ours, loader))).isEmpty();
    }
    assertThat(folder.resolve("demo/DigitNetImpl.class")).exists();
  }

  private static Processor isolating(Processor ours, ClassLoader gradle) throws Exception {
    Class<?> all = gradle.loadClass(PACKAGE + "incremental.processing.AnnotationProcessingResult");
    Class<?> one = gradle.loadClass(PACKAGE + "incremental.processing.AnnotationProcessorResult");
    Object result =
        one.getConstructor(all, String.class)
            .newInstance(all.getConstructor().newInstance(), ours.getClass().getName());
    Constructor<?> constructor =
        gradle
            .loadClass(PACKAGE + "processing.IsolatingProcessor")
            .getConstructor(Processor.class, one);
    return (Processor) constructor.newInstance(ours, result);
  }

  private String compile(Processor processor) throws IOException {
    Path source = folder.resolve("DigitNet.java");
    Files.writeString(
        source,
        """
        package demo;

        import io.github.gradsmith.*;

        @Network(model = "digits.onnx")
        public interface DigitNet extends FloatPredictor {}
        """);
    Files.copy(
        Delivered.ROOT.resolve(
            "samples/embedded/src/main/java/io/github/gradsmith/sample/embedded/digits.onnx"),
        folder.resolve("digits.onnx"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              output,
              files,
              null,
              List.of("-d", folder.toString(), "-cp", Delivered.RUNTIME.toString()),
              null,
              files.getJavaFileObjects(source));
      task.setProcessors(List.of(processor));
      task.call();
    }
    return output.toString();
  }
}
