package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing the generated file, into real folders. */
class GeneratedFileTest {
  private static final String NET =
      "@io.github.gradsmith.Network(layers = {2, 1}, activation = io.github.gradsmith.Activation.TANH)\n"
          + "interface Net extends io.github.gradsmith.FloatNetwork {}\n";

  private static final String OURS = "@io.github.gradsmith.GeneratedFrom(\"Net\") ";

  @TempDir Path output;
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

  private boolean compile(String text, String... more) {
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Net.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(
        List.of("-d", output.toString(), "-cp", Modules.runtime() + File.pathSeparator + output));
    JavaCompiler.CompilationTask task =
        compiler.getTask(new StringWriter(), null, diagnostics, options, null, List.of(source));
    task.setProcessors(List.of(new NetworkProcessor(new RecordingGeneration())));
    return task.call();
  }

  private Stream<String> messages() {
    return diagnostics.getDiagnostics().stream().map(d -> d.getMessage(Locale.ROOT));
  }

  @Test
  void aSecondBuildReplacesTheOutputOfTheFirst() throws IOException {
    compileWithoutProcessor(NET + OURS + "abstract class NetImpl implements Net {}\n");
    assertThat(compile(NET)).as("%s", diagnostics.getDiagnostics()).isTrue();
    assertThat(output.resolve("NetImpl.java")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"class NetImpl {}", "abstract class NetImpl implements Net {}"})
  void aClassOfThatNameThatIsNoOutputOfOursStays(String other) throws IOException {
    compileWithoutProcessor(NET + other);
    assertThat(compile(NET)).isFalse();
    assertThat(messages()).singleElement().asString().startsWith("GS011: ");
    assertThat(output.resolve("NetImpl.java")).doesNotExist();
  }

  @Test
  void vectorKernelsOfAnEarlierBuildAreReplaced() throws IOException {
    compileWithoutProcessor(OURS + "final class NetSimd {}");
    assertThat(compile(NET, "--add-modules", "jdk.incubator.vector"))
        .as("%s", diagnostics.getDiagnostics())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "final class NetSimd {}",
        "@io.github.gradsmith.GeneratedFrom(\"demo.Net\") final class NetSimd {}"
      })
  void whatIsNotThatStays(String other) throws IOException {
    compileWithoutProcessor(other);
    assertThat(compile(NET, "--add-modules", "jdk.incubator.vector")).isFalse();
    assertThat(messages()).anyMatch(m -> m.startsWith("GS011: ") && m.contains("NetSimd"));
  }

  private void compileWithoutProcessor(String text) throws IOException {
    Path source = Files.writeString(output.resolve("Before.java"), text);
    String[] arguments = {
      "-proc:none", "-d", output.toString(), "-cp", Modules.runtime(), source.toString()
    };
    assertThat(compiler.run(null, null, null, arguments)).isZero();
    Files.delete(source);
  }

  @Test
  void aFailingDiskIsReportedAtTheInterface() throws IOException {
    Files.createFile(output.resolve("demo")); // where the package's folder would be
    assertThat(compile("package demo;\n" + NET)).isFalse();
    Diagnostic<?> fault = diagnostics.getDiagnostics().get(0);
    assertThat(fault.getMessage(Locale.ROOT))
        .startsWith("GS022: demo.NetImpl could not be written: ")
        .contains("Exception");
    assertThat(fault.getLineNumber()).isEqualTo(3);
    assertThat(fault.getColumnNumber()).isEqualTo(1);
  }

  @Test
  void aDerivationThatCannotBeWrittenIsReportedAtTheInterface() throws IOException {
    Files.createFile(output.resolve("demo")); // where the package's folder would be
    String sources = Files.createDirectory(output.resolve("sources")).toString();
    assertThat(compile("package demo;\n" + NET, "-s", sources, "-Agradsmith.derivation=true"))
        .isFalse();
    Diagnostic<?> fault = diagnostics.getDiagnostics().get(0);
    assertThat(fault.getMessage(Locale.ROOT))
        .startsWith("GS022: Net.derivation.md could not be written: ")
        .contains("Exception");
    assertThat(fault.getLineNumber()).isEqualTo(3);
  }

  @Test
  void aSecondBuildReplacesTheDerivation() throws IOException {
    Path derivation = output.resolve("Net.derivation.md");
    Files.writeString(derivation, "of an earlier build");
    assertThat(compile(NET, "-Agradsmith.derivation=true")).isTrue();
    assertThat(derivation).content().startsWith("# How Net learns\n");
  }
}
