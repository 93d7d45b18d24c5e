package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** SIMD kernels in vectors of every width, each in a JVM that is told to use it. */
class SimdWidthsTest {
  private static final String REST =
      "}, activation = {SIGMOID, TANH, SOFTMAX}, loss = CROSS_ENTROPY";

  /** Rows that end within a vector; and panels, with a rest of inputs and of neurons. */
  private static final Map<String, String> LAYERS =
      Map.of("Rows", "83, 30, 21, 10", "Panels", "290, 31, 290, 10");

  @TempDir private static Path folder;

  private static ForkedJvm jvm;

  @BeforeAll
  static void compile() throws IOException {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (String kind : List.of("Float", "Double")) {
      LAYERS.forEach(
          (name, layers) -> {
            String network = "layers = {" + layers + REST + ", simd = Simd.";
            builder.add(kind + name + "Plain", kind + "Network", network + "OFF");
            builder.add(kind + name + "Vector", kind + "Network", network + "REQUIRED");
          });
    }
    jvm = new ForkedJvm(builder.compileWithVectorApi(), folder);
  }

  static Stream<Arguments> settings() {
    return ForkedJvm.jdks().stream()
        .flatMap(jdk -> Stream.of(128, 256, 512).map(bits -> Arguments.of(jdk, bits)));
  }

  /** A machine of narrower vectors uses its own; two doubles a vector are not worth it. */
  @ParameterizedTest
  @MethodSource("settings")
  void agreeWithPlainLoops(Path jdk, int bits) throws IOException, InterruptedException {
    List<String> options =
        List.of("--add-modules", "jdk.incubator.vector", "-Dgradsmith.simd=" + bits);
    List<String> lines =
        jvm
            .run(
                jdk,
                options,
                VectorWidthRun.class,
                "FloatRows",
                "FloatPanels",
                "DoubleRows",
                "DoublePanels")
            .stream()
            .filter(line -> line.matches("(Float|Double)(Rows|Panels) .*"))
            .toList();

    assertThat(lines).hasSize(4);
    for (String line : lines) {
      String[] words = line.split(" ");
      boolean floats = line.startsWith("Float");
      assertThat(widths(bits))
          .map(width -> !floats && width.equals("vector-128") ? "plain" : width)
          .contains(words[1]);
      assertThat(Double.parseDouble(words[2])).as(line).isLessThan(floats ? 2e-5 : 1e-13);
    }
  }

  private static List<String> widths(int limit) {
    return Stream.of(128, 256, 512).filter(b -> b <= limit).map(b -> "vector-" + b).toList();
  }
}
