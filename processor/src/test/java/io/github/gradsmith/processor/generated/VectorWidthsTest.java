package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** SIMD kernels in vectors of every width, each in a JVM that is told to use it. */
class VectorWidthsTest {
  private static final String WIDTHS = "layers = {83, 30, 21, 10}, activation = {SIGMOID, TANH, ";

  @TempDir private static Path folder;

  private static ForkedJvm jvm;

  @BeforeAll
  static void compile() throws IOException {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (String kind : List.of("Float", "Double")) {
      for (String simd : List.of("Plain", "Vector")) {
        builder.add(
            kind + simd,
            kind + "Network",
            WIDTHS
                + "SOFTMAX}, loss = CROSS_ENTROPY, simd = Simd."
                + (simd.equals("Plain") ? "OFF" : "REQUIRED"));
      }
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
        jvm.run(jdk, options, VectorWidthRun.class, "Float", "Double").stream()
            .filter(line -> line.matches("(Float|Double) .*"))
            .toList();

    assertThat(lines).hasSize(2);
    String[] ofFloat = lines.get(0).split(" ");
    String[] ofDouble = lines.get(1).split(" ");
    assertThat(widths(bits)).contains(ofFloat[1]);
    assertThat(widths(bits))
        .map(width -> width.equals("vector-128") ? "plain" : width)
        .contains(ofDouble[1]);
    assertThat(Double.parseDouble(ofFloat[2])).isLessThan(2e-5);
    assertThat(Double.parseDouble(ofDouble[2])).isLessThan(1e-13);
  }

  private static List<String> widths(int limit) {
    return Stream.of(128, 256, 512).filter(b -> b <= limit).map(b -> "vector-" + b).toList();
  }
}
