package io.github.gradsmith.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the derivation is written, and where. */
class DerivationFileTest {
  private static final String ON = "-Agradsmith.derivation=true";
  private static final JavaFileObject NET = network("FloatNetwork");

  private static JavaFileObject network(String extended) {
    return Sources.source(
        "demo.Net",
        "package demo;",
        "import io.github.gradsmith.*;",
        "@Network(layers = {2, 2, 2}, activation = Activation.SIGMOID)",
        "interface Net extends " + extended + " {}");
  }

  private static Compilation compile(Compilers compiler, JavaFileObject file, String... options) {
    return compiler.with(options).withProcessors(new NetworkProcessor()).compile(file);
  }

  private static Optional<JavaFileObject> derivation(Compilation compilation, String path) {
    return compilation.generatedFile(StandardLocation.CLASS_OUTPUT, path + ".derivation.md");
  }

  private static String text(JavaFileObject file) throws IOException {
    return new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource
  void standsBesideTheClassesOfItsNetwork(Compilers compiler) throws IOException {
    Compilation compilation = compile(compiler, NET, ON);
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(text(derivation(compilation, "demo/Net").orElseThrow()))
        .startsWith("# How Net learns\n")
        .contains("2-2-2 network", "`NetImpl`", "①")
        .doesNotContain("\r");
  }

  @Test
  void isNamedAsTheClassOfANestedNetworkIs() throws IOException {
    JavaFileObject nested =
        Sources.source(
            "Out",
            "import io.github.gradsmith.*;",
            "class Out { @Network(layers = {1, 1}, activation = Activation.RELU)",
            "interface In extends DoubleNetwork {} }");
    Compilation compilation = compile(Compilers.JAVAC, nested, ON);
    assertThat(text(derivation(compilation, "Out_In").orElseThrow()))
        .startsWith("# How Out.In learns\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Agradsmith.derivation=false", "-Agradsmith.generatedAnnotation=true"})
  void isNotWrittenUnasked(String option) {
    Compilation compilation = compile(Compilers.JAVAC, NET, option);
    assertThat(compilation).succeeded();
    assertThat(derivation(compilation, "demo/Net")).isEmpty();
  }

  @Test
  void aPredictorLearnsNothing() {
    Compilation compilation = compile(Compilers.JAVAC, network("FloatPredictor"), ON);
    assertThat(compilation).succeeded();
    assertThat(derivation(compilation, "demo/Net")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = "-Agradsmith.derivation=yes")
  void anotherValueIsAnError(String option) {
    Compilation compilation = compile(Compilers.JAVAC, NET, option);
    String value = "yes";
    assertThat(compilation)
        .hadErrorContaining(
            "GS021: The option -Agradsmith.derivation is '"
                + value
                + "', but it takes 'false' (the default) or 'true'.")
        .inFile(NET)
        .onLine(3)
        .atColumn(1);
  }
}
