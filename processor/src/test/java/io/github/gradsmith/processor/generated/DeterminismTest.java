package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.gradsmith.Network;
import io.github.gradsmith.processor.NetworkProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same interface gives the same bytes of source: again, in other company, and by another
 * compiler. That releases of the JDK do not matter either follows from {@link GoldenTest}, whose
 * files are the same on each of them.
 */
class DeterminismTest {
  private static final List<JavaFileObject> SOURCES =
      List.of(
          source("Digits", "FloatNetwork", "layers = {784, 30, 10}, activation = SIGMOID"),
          source("Tiny", "DoubleNetwork", "layers = {2, 3, 1}, activation = {TANH, IDENTITY}"),
          source(
              "Classes",
              "DoubleNetwork",
              "layers = {300, 17, 4}, activation = {RELU, SOFTMAX}, loss = CROSS_ENTROPY"),
          source("Asked", "FloatPredictor", "layers = {4, 70, 2}, activation = TANH"));

  private static Map<String, String> expected;

  @BeforeAll
  static void compile() throws IOException {
    expected = generated(Compiler.javac(), SOURCES);
    assertThat(expected).hasSameSizeAs(SOURCES);
  }

  @Test
  void again() throws IOException {
    assertThat(generated(Compiler.javac(), SOURCES)).isEqualTo(expected);
  }

  @Test
  void inOtherOrder() throws IOException {
    List<JavaFileObject> reversed = new ArrayList<>(SOURCES);
    Collections.reverse(reversed);
    assertThat(generated(Compiler.javac(), reversed)).isEqualTo(expected);
  }

  @Test
  void oneByOne() throws IOException {
    Map<String, String> alone = new TreeMap<>();
    for (JavaFileObject source : SOURCES) {
      alone.putAll(generated(Compiler.javac(), List.of(source)));
    }
    assertThat(alone).isEqualTo(expected);
  }

  @Test
  void byTheCompilerOfEclipse(@TempDir Path folder) throws IOException, URISyntaxException {
    for (JavaFileObject source : SOURCES) {
      Files.writeString(folder.resolve(simpleName(source)), source.getCharContent(true));
    }
    Path output = Files.createDirectory(folder.resolve("output"));
    JavaCompiler eclipse = new EclipseCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = eclipse.getStandardFileManager(null, null, null)) {
      CodeSource runtime = Network.class.getProtectionDomain().getCodeSource();
      Path classes = Path.of(runtime.getLocation().toURI());
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(classes));
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
      Iterable<? extends JavaFileObject> sources =
          files.getJavaFileObjectsFromPaths(javaFiles(folder));
      // ecj has incubating modules in sight without being asked, javac has not.
      List<String> options = List.of("--release", "11", "--limit-modules", "java.se");
      JavaCompiler.CompilationTask task =
          eclipse.getTask(messages, files, null, options, null, sources);
      task.setProcessors(List.of(new NetworkProcessor()));
      assertThat(task.call()).as("%s", messages).isTrue();
    }
    Map<String, String> texts = new TreeMap<>();
    for (Path file : javaFiles(output.resolve("demo"))) {
      texts.put(file.getFileName().toString(), text(Files.readAllBytes(file)));
    }
    assertThat(texts).isEqualTo(expected);
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static Map<String, String> generated(Compiler compiler, List<JavaFileObject> sources)
      throws IOException {
    Compilation compilation = compiler.withProcessors(new NetworkProcessor()).compile(sources);
    assertThat(compilation.errors()).isEmpty();
    Map<String, String> texts = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      try (InputStream in = file.openInputStream()) {
        texts.put(simpleName(file), text(in.readAllBytes()));
      }
    }
    return texts;
  }

  private static String simpleName(JavaFileObject file) {
    String path = file.toUri().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** One char for each byte: it is bytes that are compared. */
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static JavaFileObject source(String name, String kind, String attributes) {
    return JavaFileObjects.forSourceString(
        "demo." + name,
        """
        package demo;

        import static io.github.gradsmith.Activation.*;
        import static io.github.gradsmith.Loss.*;

        @io.github.gradsmith.Network(%s)
        interface %s extends io.github.gradsmith.%s {}
        """
            .formatted(attributes, name, kind));
  }
}
