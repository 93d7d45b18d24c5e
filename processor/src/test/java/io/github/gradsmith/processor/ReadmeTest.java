package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What the README shows is what users get. */
class ReadmeTest {
  private static final Path README = Path.of("../README.md");

  /** The source whose errors the README shows; the lines above the annotation are not shown. */
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

  private static List<String> blocks(String language) throws IOException {
    Pattern block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$");
    return block.matcher(Files.readString(README)).results().map(ReadmeTest::content).toList();
  }

  private static String content(MatchResult block) {
    return block.group(1);
  }

  @Test
  void generatedCodeIsAsItLooks() throws IOException {
    String golden = Files.readString(Path.of("src/test/resources/golden/TinyNetImpl.java"));
    String shown = blocks("java").get(2);
    assertThat(shown).contains("forward2", "forward3", "loss3", "delta3", "delta2", "accumulate2");
    for (String method : shown.split("\n\n")) {
      assertThat(golden).contains(method.stripTrailing().indent(2));
    }
    assertThat(Files.readString(README)).contains(golden.lines().count() + "\nlines");
  }

  @Test
  void errorsAreAsJavacPrintsThem() throws IOException {
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///demo/DigitNet.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return FAULTY;
          }
        };
    StringWriter printed = new StringWriter();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(printed, null, null, List.of("-cp", Modules.runtime()), null, List.of(source));
    task.setProcessors(List.of(new NetworkProcessor()));
    assertThat(task.call()).isFalse();
    String shown = blocks("text").stream().filter(b -> b.contains("GS014")).findFirst().get();
    assertThat(printed.toString().replace("\r", "").replace("/demo/", "demo/").strip())
        .isEqualTo(shown.strip());
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
    String shown = blocks("text").stream().filter(b -> b.contains("GS045")).findFirst().get();
    assertThat(note.lines().map(String::strip).toList())
        .isEqualTo(shown.lines().map(String::strip).toList());
  }

  /** A reader of the README sees formulas of the page that the processor writes. */
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
    assertThat(blocks("math")).isNotEmpty();
    for (String block : blocks("math")) {
      assertThat(page).contains("```math\n" + block + "```\n");
    }
  }

  /** The first command runs the main job, the second the tests. */
  @Test
  void commandsStandAlone() throws IOException {
    List<String> commands = blocks("sh");
    assertThat(commands.get(0).strip().lines()).hasSize(1).first().asString().endsWith("train");
    assertThat(commands.get(1).strip()).isEqualTo("mvn verify");
  }
}
