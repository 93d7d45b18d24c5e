package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.testing.compile.Compilation;
import io.github.gradsmith.processor.Page.Block;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Examples of the documentation are what a reader may copy: they compile, without a warning. */
class ExamplesTest {
  private static final Path MODEL =
      Path.of("../samples/embedded/src/main/java/io/github/gradsmith/sample/embedded/digits.onnx");

  private static final Path NORMALIZED =
      Path.of("src/test/resources/onnx/cases/residual-batchnorm.onnx");

  @TempDir Path models;

  /** All pages in one compilation, with the files that they name. */
  @Test
  void javaCompiles() throws IOException {
    Files.copy(MODEL, models.resolve("digits.onnx"));
    Files.copy(NORMALIZED, models.resolve(NORMALIZED.getFileName()));
    writeZeros(models.resolve("digits.safetensors"));
    writeHalves(models.resolve("digits.vectors.safetensors"));
    PageSources sources = new PageSources(Page.of("README.md"));
    Page.all().stream().filter(page -> !isOfAnotherModule(page)).forEach(sources::add);
    Compilation compilation =
        KeptFiles.javac()
            .withOptions("-Xlint:all,-processing", "-Werror", "-Agradsmith.weightsDir=" + models)
            .withProcessors(new NetworkProcessor())
            .compile(sources.files());
    assertThat(compilation.diagnostics()).as("packages are pages and lines").isEmpty();
    assertThat(sources.files()).hasSizeGreaterThan(15);
  }

  /** The modules that these chapters are about compile their examples themselves. */
  private static boolean isOfAnotherModule(Page page) {
    return Stream.of("train.md", "evaluate.md", "report.md", "scale-out.md")
        .anyMatch(chapter -> page.path().endsWith("guide/" + chapter));
  }

  /** Weights and biases of 0 turn every input into sigmoids of 0. */
  private static void writeZeros(Path file) throws IOException {
    new Safetensors(
            Map.of(),
            List.of(
                Tensor.of("0.weight", new float[30 * 784], 30, 784),
                Tensor.of("0.bias", new float[30], 30),
                Tensor.of("2.weight", new float[10 * 30], 10, 30),
                Tensor.of("2.bias", new float[10], 10)))
        .write(file);
  }

  private static void writeHalves(Path file) throws IOException {
    float[] outputs = new float[10];
    Arrays.fill(outputs, 0.5f);
    new Safetensors(
            Map.of(),
            List.of(Tensor.of("x", new float[784], 1, 784), Tensor.of("y", outputs, 1, 10)))
        .write(file);
  }

  static Stream<Block> configurations() {
    return Page.all().stream().flatMap(page -> page.blocks("xml").stream());
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void configurationIsWellFormed(Block block) {
    byte[] xml = ("<p>" + block.code() + "</p>").getBytes(StandardCharsets.UTF_8);
    assertThatCode(
            () ->
                DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml)))
        .doesNotThrowAnyException();
  }

  /** javac's lint about unclaimed annotations says nothing about a user's code. */
  @Test
  void whereWarningsAreErrorsTheLintOfProcessorsIsOff() {
    List<Block> strict =
        configurations().filter(block -> block.code().contains("-Werror")).toList();
    assertThat(strict)
        .isNotEmpty()
        .allMatch(block -> block.code().contains("-Xlint:all,-processing"));
  }

  /** A block without a language would be taken for the end of another one. */
  @Test
  void everyBlockNamesItsLanguage() {
    for (Page page : Page.all()) {
      long fences = page.text().lines().filter(line -> line.strip().startsWith("```")).count();
      long opened = page.text().lines().filter(line -> line.matches(" *```\\w+")).count();
      assertThat(fences).as("%s", page.path()).isEqualTo(2 * opened);
    }
  }
}
