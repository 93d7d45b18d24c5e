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
    isGolden(name, source);
  }

  /** One class for each kind of layer, which goes forward, back and, where it learns, a step. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "StepsNet | @Input({2, 3}) IN, @Dense(units = 2, activation = TANH) STEPS, @Dense(units = 1) OUT",
        "BentNet | @Input(3) IN, @Dense(units = 4) HIDDEN, @Elementwise(activation = TANH) BENT, @Dense(units = 1) OUT",
        "DropNet | @Input(3) IN, @Dense(units = 4) HIDDEN, @Dropout(0.25) DROPPED, @Dense(units = 1) OUT",
        "EvenNet | @Input(3) IN, @Dense(units = 4) HIDDEN, @LayerNorm EVEN, @Dense(units = 1) OUT",
        "ScaledNet | @Input(3) IN, @Normalization SCALED, @Dense(units = 1) OUT",
        "SumNet | @Input(3) IN, @Dense(units = 4) LEFT, @Dense(units = 4) RIGHT, @Add({\"LEFT\", \"RIGHT\"}) SUM, @Dense(units = 1) OUT",
        "GateNet | @Input(3) IN, @Dense(units = 4) LEFT, @Dense(units = 4, from = \"IN\") RIGHT, @Multiply({\"LEFT\", \"RIGHT\"}) GATED, @Dense(units = 1) OUT",
        "JoinNet | @Input(3) IN, @Dense(units = 4) LEFT, @Concat({\"IN\", \"LEFT\"}) BOTH, @Dense(units = 1) OUT",
        "PartNet | @Input(3) IN, @Dense(units = 4) LEFT, @Slice(begin = 1, end = 3) PART, @Dense(units = 1) OUT",
        "FlatNet | @Input({2, 3}) IN, @Flatten FLAT, @Dense(units = 1) OUT",
        "TurnNet | @Input({2, 3}) IN, @Dense(units = 2) LEFT, @Transpose TURNED, @Flatten FLAT, @Dense(units = 1) OUT",
        "TableNet | @Input(2) IN, @Embedding(categories = 5, units = 3) ROWS, @Flatten FLAT, @Dense(units = 1) OUT",
      })
  void isExactlyForEachKind(String name, String layers) throws IOException {
    String source =
        CompiledNetworks.builder()
            .source(
                name,
                """
                package demo;

                import static io.github.gradsmith.Activation.*;

                import io.github.gradsmith.*;
                import io.github.gradsmith.layer.*;

                @Network
                public interface %s extends FloatNetwork {
                  enum Layer { %s }
                }
                """
                    .formatted(name, layers))
            .compile()
            .source(name);
    isGolden(name, source);
  }

  private static void isGolden(String name, String source) throws IOException {
    Path golden = FOLDER.resolve(name + "Impl.java");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, source);
    }
    assertThat(source).isEqualTo(Files.readString(golden));
  }
}
