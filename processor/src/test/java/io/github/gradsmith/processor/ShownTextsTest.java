package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.diagnostic.CatalogueEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows is what users get. */
class ShownTextsTest {
  @TempDir static Path output;

  private static final String TROUBLE = "docs/guide/trouble.md";

  /** The source whose errors are shown; the lines above the annotation are not. */
  private static final String FAULTY =
      """
      package demo;

      import static io.github.gradsmith.Activation.*;
      import static io.github.gradsmith.Loss.*;

      import io.github.gradsmith.FloatNetwork;
      import io.github.gradsmith.Network;

      @Network(layers = {784, 0, 10}, activation = {SOFTMAX, RELU}, loss = CROSS_ENTROPY)
      public interface DigitNet extends FloatNetwork {
        float accuracy(float[][] inputs, int[] labels);
      }
      """;

  static Stream<Page.Block> excerpts() {
    return Page.all().stream()
        .flatMap(page -> page.blocks("java").stream())
        .filter(block -> block.golden().isPresent());
  }

  @ParameterizedTest
  @MethodSource("excerpts")
  void generatedCodeIsAsItLooks(Page.Block block) throws IOException {
    String golden = golden(block.golden().get());
    for (String method : block.code().split("\n\n")) {
      assertThat(golden).contains(method.stripTrailing().indent(2));
    }
  }

  private static String golden(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/golden").resolve(name));
  }

  @Test
  void theHeartOfAClassIsThere() throws IOException {
    Page page = Page.of("docs/guide/generated-code.md");
    assertThat(page.block("java", "accumulate2"))
        .contains("forward2", "forward3", "loss3", "delta3", "delta2");
    assertThat(page.text())
        .contains(" has " + golden("TinyNetImpl.java").lines().count() + " lines");
  }

  @Test
  void errorsAreAsJavacPrintsThem() {
    assertThat(printed(FAULTY)).isEqualTo(Page.of(TROUBLE).block("text", "GS014").strip());
  }

  /** The README shows a single error. */
  @Test
  void theErrorOfTheReadmeIsAsJavacPrintsIt() {
    String faulty =
        FAULTY
            .replace("{SOFTMAX, RELU}, loss = CROSS_ENTROPY", "SIGMOID")
            .replaceAll("(?m)^  float accuracy.*$", "");
    String shown = Page.of("README.md").block("text", "GS014").stripTrailing();
    assertThat(printed(faulty)).isEqualTo(shown + "\n1 error");
  }

  private static String printed(String faulty) {
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///demo/DigitNet.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return faulty;
          }
        };
    StringWriter printed = new StringWriter();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                printed,
                null,
                null,
                List.of("-cp", Modules.runtime(), "-d", output.toString()),
                null,
                List.of(source));
    task.setProcessors(List.of(new NetworkProcessor()));
    assertThat(task.call()).isFalse();
    return printed.toString().replace("\r", "").replace("/demo/", "demo/").strip();
  }

  /** A code, perhaps with a letter, begins a row of the tables. */
  @Test
  void everyMessageIsExplained() {
    String page = Page.of(TROUBLE).text();
    for (CatalogueEntry message : BadFixturesTest.catalogue()) {
      String kind =
          switch (message.kind()) {
            case WARNING -> " W";
            case NOTE -> " N";
            default -> "";
          };
      assertThat(page).containsOnlyOnce("\n| " + message.code() + kind + " |");
    }
  }

  /** javac indents all but the first line of a note further. */
  @Test
  void numbersAreThoseOfTheNote() throws IOException {
    JavaFileObject digits =
        Sources.source(
            "demo.DigitNet",
            "package demo;",
            "import io.github.gradsmith.*;",
            "@Network(layers = {784, 30, 10}, activation = Activation.SIGMOID)",
            "public interface DigitNet extends FloatNetwork {}");
    String note =
        Compilers.JAVAC
            .with("-Agradsmith.report=true")
            .withProcessors(new NetworkProcessor())
            .compile(digits)
            .notes()
            .get(0)
            .getMessage(null);
    String shown = Page.of("docs/guide/performance.md").block("text", "GS045");
    assertThat(note.lines().map(String::strip).toList())
        .isEqualTo(shown.lines().map(String::strip).toList());
  }

  /** A reader sees formulas of the page that the processor writes. */
  @Test
  void formulasAreOfTheLecturesDerivation() throws IOException {
    JavaFileObject lecture =
        Sources.source(
            "demo.LectureNet",
            "package demo;",
            "import io.github.gradsmith.*;",
            "@Network(layers = {2, 2, 2}, activation = Activation.SIGMOID)",
            "public interface LectureNet extends DoubleNetwork {}");
    String page =
        Compilers.JAVAC
            .with("-Agradsmith.derivation=true")
            .withProcessors(new NetworkProcessor())
            .compile(lecture)
            .generatedFile(StandardLocation.CLASS_OUTPUT, "demo/LectureNet.derivation.md")
            .orElseThrow()
            .getCharContent(false)
            .toString();
    List<Page.Block> shown = Page.of("docs/guide/derivation.md").blocks("math");
    assertThat(shown).hasSize(3);
    for (Page.Block block : shown) {
      assertThat(page).contains("```math\n" + block.code() + "```\n");
    }
  }
}
