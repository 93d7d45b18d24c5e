package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same seed and data give the same bits on every JVM, interpreted and by either compiler, with
 * and without vector instructions. The committed hashes were taken from a run: they promise that
 * results stay the same, not that they are right, which the numerical tests show. Whoever means to
 * change the bits replaces them by those that the test prints, and says so in the change log.
 *
 * <p>Runs on the JDK of the build; {@code -Dgradsmith.jdks=/a/jdk:/another} adds others.
 */
class BitPromiseTest {
  private static final Path HASHES = Path.of("src/test/resources/bits.txt");

  /** By name: shape, activations and loss; each in float and in double. */
  private static final Map<String, String> NETWORKS =
      Map.of(
          "Digit", "layers = {784, 30, 10}, activation = SIGMOID",
          "Folded", "layers = {1000, 4, 5}, activation = {TANH, SOFTMAX}, loss = CROSS_ENTROPY",
          "FoldedTail", "layers = {12, 203, 10}, activation = {SIGMOID, TANH}",
          "Deep", "layers = {13, 65, 70, 7}, activation = {RELU, TANH, IDENTITY}",
          "Classes", "layers = {20, 15, 4}, activation = {RELU, SOFTMAX}, loss = CROSS_ENTROPY",
          "Softmax",
              "layers = {5, 9, 4}, activation = {IDENTITY, SOFTMAX}, loss = HALF_SQUARED_ERROR",
          "Unrolled", "layers = {2, 3, 1}, activation = {TANH, SIGMOID}",
          "Chosen", "layers = {3, 4, 3}, activation = {RELU, SOFTMAX}, loss = CROSS_ENTROPY");

  /** By name: a network like the others, trained by an optimizer. */
  private static final Map<String, String> OPTIMIZERS =
      Map.of(
          "StepAdagrad", "@Adagrad",
          "StepAdam", "@Adam",
          "StepAdamW", "@AdamW",
          "StepMomentum", "@Sgd(momentum = 0.9, nesterov = true, weightDecay = 0.01)",
          "StepRmsProp", "@RmsProp");

  /**
   * C2 alone and at once, so that short runs are compiled too: by low thresholds, with profiles;
   * and before the first call, without.
   */
  private static final List<List<String>> OPTIONS =
      List.of(
          List.of(),
          List.of("-Xint"),
          List.of("-XX:TieredStopAtLevel=1"),
          List.of("-XX:-TieredCompilation", "-XX:CompileThreshold=100", "-Xbatch"),
          List.of(
              "-XX:-TieredCompilation",
              "-Xcomp",
              "-XX:CompileCommand=quiet",
              "-XX:CompileCommand=compileonly,demo.*::*",
              "-XX:CompileCommand=compileonly,io.github.gradsmith.internal.*::*"),
          List.of("-XX:UseAVX=0"),
          List.of("-XX:UseAVX=2"));

  @TempDir private static Path folder;

  private static ForkedJvm jvm;

  @BeforeAll
  static void compile() throws IOException {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    NETWORKS.forEach(
        (name, attributes) ->
            builder
                .add(name + "Floats", "FloatNetwork", attributes)
                .add(name + "Doubles", "DoubleNetwork", attributes));
    OPTIMIZERS.forEach(
        (name, optimizer) -> {
          String attributes = "layers = {50, 9, 4}, activation = {RELU, IDENTITY}";
          builder.add(name + "Floats", "FloatNetwork", attributes, optimizer);
          builder.add(name + "Doubles", "DoubleNetwork", attributes, optimizer);
        });
    jvm = new ForkedJvm(builder.compile(), folder);
  }

  static Stream<Arguments> settings() {
    return ForkedJvm.jdks().stream()
        .flatMap(jdk -> OPTIONS.stream().map(options -> Arguments.of(jdk, options)));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void bitsAreTheSame(Path jdk, List<String> options) throws IOException, InterruptedException {
    String[] names =
        Stream.concat(NETWORKS.keySet().stream(), OPTIMIZERS.keySet().stream())
            .sorted()
            .flatMap(name -> Stream.of(name + "Floats", name + "Doubles"))
            .toArray(String[]::new);
    Path log = Files.createTempFile(folder, "compilation", ".log");
    List<String> all = new ArrayList<>(options);
    all.add("-Xlog:jit+compilation=debug:file=" + log);
    assertThat(jvm.run(jdk, all, BitDigest.class, names))
        .as("%s %s", jdk, options)
        .isEqualTo(Files.readAllLines(HASHES));
    assertCompiled(options, Files.readString(log));
  }

  /**
   * Under -Xint nothing is compiled; under C2 alone even the small networks are, not just parts.
   */
  private static void assertCompiled(List<String> options, String log) {
    if (options.contains("-Xint")) {
      assertThat(log).doesNotContain("demo.");
    }
    if (options.contains("-XX:-TieredCompilation")) {
      for (String name : List.of("Digit", "Folded", "Deep", "Unrolled")) {
        for (String method : List.of("forward2", "backpropagate")) {
          assertThat(log)
              .contains(" demo." + name + "FloatsImpl::" + method + " (")
              .contains(" demo." + name + "DoublesImpl::" + method + " (");
        }
      }
    }
  }
}
