package io.github.gradsmith.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What compilers print of a network's sizes when they are asked to. */
class ReportOptionTest {
  private static final String ON = "-Agradsmith.report=true";

  private static JavaFileObject network(String optimizer, String extended) {
    return Sources.source(
        "demo.DigitNet",
        "package demo;",
        "import io.github.gradsmith.*;",
        optimizer + "@Network(layers = {784, 30, 10}, activation = Activation.SIGMOID)",
        "interface DigitNet extends " + extended + " {}");
  }

  private static Compilation compile(Compilers compiler, JavaFileObject file, String... options) {
    return compiler.with(options).withProcessors(new NetworkProcessor()).compile(file);
  }

  /**
   * javac indents all but the first line. The memory of Adam: two numbers for each of 23,860
   * parameters, and the count of steps.
   */
  @ParameterizedTest
  @EnumSource
  void aNoteSaysWhatANetworkCosts(Compilers compiler) {
    Compilation compilation = compile(compiler, network("@Adam ", "FloatNetwork"), ON);
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation.notes()).hasSize(1);
    assertThat(compilation.notes().get(0).getLineNumber()).isEqualTo(4);
    assertThat(compilation.notes().get(0).getMessage(null).lines().map(String::strip))
        .contains(
            "GS045: What DigitNetImpl costs:",
            "parameters                        23,860",
            "forward pass                      47,640 FLOPs",
            "training, one sample              95,880 FLOPs",
            "parameter memory                  95,440 bytes",
            "optimizer state                  190,888 bytes")
        .anyMatch(line -> line.matches("working memory +[\\d,]+ bytes"))
        .anyMatch(line -> line.matches("heap, with array headers +[\\d,]+ bytes"))
        .anyMatch(line -> line.matches("longest method, about +[\\d,]+ bytes of 8,000"))
        .anyMatch(line -> line.matches("layer 2, 784 to 30: .*\\w"))
        .anyMatch(line -> line.matches("layer 3, 30 to 10: .*\\w"));
  }

  /** As other processors have it; javac gives the first one as no text, the second as an empty. */
  @ParameterizedTest
  @ValueSource(strings = {"-Agradsmith.report", "-Agradsmith.report="})
  void aSwitchWithoutAValueIsOn(String option) {
    Compilation compilation =
        compile(Compilers.JAVAC, network("", "FloatNetwork"), option, "-Agradsmith.weightsDir");
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation.notes()).hasSize(1);
  }

  @Test
  void aPredictorIsNotSaidToTrain() {
    Compilation compilation = compile(Compilers.JAVAC, network("", "DoublePredictor"), ON);
    assertThat(compilation.notes().get(0).getMessage(null))
        .contains("190,880 bytes")
        .doesNotContain("training");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Agradsmith.report=false", "-Agradsmith.generatedAnnotation=true"})
  void nothingIsSaidUnasked(String option) {
    Compilation compilation = compile(Compilers.JAVAC, network("", "FloatNetwork"), option);
    assertThat(compilation).succeeded();
    assertThat(compilation.notes()).isEmpty();
  }

  @Test
  void anotherValueIsAnError() {
    assertThat(compile(Compilers.JAVAC, network("", "FloatNetwork"), "-Agradsmith.report=maybe"))
        .hadErrorContaining("GS021: The option -Agradsmith.report is 'maybe'");
  }
}
