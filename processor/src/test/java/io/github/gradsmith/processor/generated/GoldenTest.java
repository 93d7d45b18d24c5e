package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The exact text of a few generated classes. {@code mvn test -pl processor -am
 * -Dgolden.update=true} rewrites the files; read the difference before you commit it.
 */
@Tag("fast")
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DigitNet | FloatNetwork | layers = {784, 30, 10}, activation = SIGMOID |",
        "TinyNet | DoubleNetwork | layers = {2, 3, 1}, activation = SIGMOID |",
        "AdamNet | DoubleNetwork | layers = {2, 3, 1}, activation = SIGMOID | @Adam",
        "ClassNet | FloatNetwork | layers = {5, 4, 3}, activation = {RELU, SOFTMAX}, loss = CROSS_ENTROPY |",
        "Answer | FloatPredictor | layers = {4, 70, 2}, activation = {RELU, IDENTITY}, initializer = ZEROS |",
      })
  void isExactly(String name, String kind, String attributes, String optimizer) throws IOException {
    String annotation = optimizer == null ? "" : optimizer;
    String source =
        CompiledNetworks.builder().add(name, kind, attributes, annotation).compile().source(name);
    Path golden = FOLDER.resolve(name + "Impl.java");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, source);
    }
    assertThat(source).isEqualTo(Files.readString(golden));
  }
}
