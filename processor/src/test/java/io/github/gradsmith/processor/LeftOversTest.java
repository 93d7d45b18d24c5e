package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second build that meets what the first one generated. */
class LeftOversTest {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  @TempDir Path folder;
  private Path net;
  private Path output;
  private Path generated;

  @BeforeEach
  void write() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources/demo"));
    output = Files.createDirectory(folder.resolve("classes"));
    generated = Files.createDirectory(folder.resolve("generated"));
    net =
        Files.writeString(
            sources.resolve("Net.java"),
            "package demo;\n"
                + "import io.github.gradsmith.*;\n"
                + "@Network(layers = {2, 1}, activation = Activation.TANH)\n"
                + "public interface Net extends FloatNetwork {}\n");
  }

  @Test
  void javacReplacesThem() throws IOException {
    assertThat(errors(JAVAC, net)).isEmpty();
    assertThat(errors(JAVAC, net)).isEmpty();
  }

  @Test
  void ecjReplacesNoClassThatItFinds() throws IOException {
    JavaCompiler ecj = new EclipseCompiler();
    assertThat(errors(ecj, net)).isEmpty();
    assertThat(errors(ecj, net))
        .containsExactly(
            "4: GS069: demo.NetImpl is what an earlier build generated for demo.Net, but it is on the"
                + " class path, and this compiler replaces nothing that it finds there, so that"
                + " this compilation cannot write it anew. Delete the old output, or take its folder"
                + " off the class path of this compilation.");
    Files.delete(output.resolve("demo/NetImpl.class"));
    assertThat(errors(ecj, net)).isEmpty();
  }

  @Test
  void neitherReplacesASourceThatIsCompiled() throws IOException {
    for (JavaCompiler compiler : List.of(JAVAC, new EclipseCompiler())) {
      assertThat(errors(compiler, net)).isEmpty();
      assertThat(errors(compiler, net, generated.resolve("demo/NetImpl.java")))
          .singleElement()
          .asString()
          .startsWith(
              "4: GS069: NetImpl is what an earlier build generated for Net, but it is among the"
                  + " sources, so that this compilation cannot write it anew.");
      Files.delete(output.resolve("demo/NetImpl.class"));
    }
  }

  private List<String> errors(JavaCompiler compiler, Path... sources) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(
          StandardLocation.CLASS_PATH, List.of(Path.of(Modules.runtime()), output));
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              files,
              diagnostics,
              List.of("--release", "17", "--limit-modules", "java.se"),
              null,
              files.getJavaFileObjects(sources));
      task.setProcessors(List.of(new NetworkProcessor()));
      task.call();
    }
    List<String> errors = new ArrayList<>();
    diagnostics
        .getDiagnostics()
        .forEach(
            d -> {
              if (d.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
                errors.add(d.getLineNumber() + ": " + d.getMessage(Locale.ROOT));
              }
            });
    return errors;
  }
}
