package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SIMD kernels of layers without weights, and of layers that make rows normal, against the plain
 * loops of the same graph. Widths are those on either side of multiples of every vector.
 */
class SimdGraphsTest {
  private static final List<Integer> WIDTHS = List.of(31, 32, 33, 40, 47, 64, 75, 130);

  /** Around the samples of a pass, and more than a tile. */
  private static final int[] BATCHES = {1, 3, 8, 103};

  /** Activations all smooth: no kink can part the two. */
  private static final String GRAPH =
      """
      @Input(%1$d) IN,
      @Dense(units = %1$d, activation = Activation.TANH) FIRST,
      @LayerNorm EVEN,
      @Dense(units = %1$d, activation = Activation.SILU) SECOND,
      @Add({"EVEN", "SECOND"}) SUM,
      @Elementwise(activation = Activation.GELU) BENT,
      @Multiply(value = {"BENT", "FIRST"}, activation = Activation.SOFTPLUS) GATED,
      @Elementwise(activation = Activation.SIGMOID, from = "GATED") GATE,
      @LayerNorm(epsilon = 0.1) AGAIN,
      @Add({"AGAIN", "GATED", "SUM", "EVEN"}) ALL,
      @LayerNorm LAST,
      @Dense(units = 3) OUT
      """;

  /** Several rows of a sample are made normal, and brought back to a value that others read. */
  private static final String ROWS =
      """
      @Input({3, %1$d}) IN,
      @LayerNorm EVEN,
      @Elementwise(formula = "z / (1 + exp(-z)) + z", from = "IN") BENT,
      @LayerNorm SECOND,
      @Add({"EVEN", "SECOND", "BENT"}) SUM,
      @LayerNorm(from = "BENT") THIRD,
      @Multiply({"SUM", "THIRD"}) PRODUCT,
      @Flatten FLAT,
      @Dense(units = 40, activation = Activation.TANH) HIDDEN,
      @Dense(units = 2) OUT
      """;

  private static CompiledNetworks networks;

  private record Case(String graph, int width, String kind) {
    double tolerance() {
      return kind.equals("Float") ? 2e-4 : 1e-12;
    }

    String name(String simd) {
      return graph + kind + width + simd;
    }

    String source(String simd) {
      return """
      package demo;

      import io.github.gradsmith.*;
      import io.github.gradsmith.layer.*;

      @Network(simd = Simd.%s)
      public interface %s extends %sNetwork {
        enum Layer { %s }
      }
      """
          .formatted(
              simd, name(simd), kind, (graph.equals("Graph") ? GRAPH : ROWS).formatted(width));
    }

    @Override
    public String toString() {
      return graph + " " + kind + " " + width;
    }
  }

  static List<Case> cases() {
    return WIDTHS.stream()
        .flatMap(
            width ->
                Stream.of("Graph", "Rows")
                    .flatMap(
                        graph -> Stream.of("Float", "Double").map(k -> new Case(graph, width, k))))
        .toList();
  }

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (Case one : cases()) {
      builder.source(one.name("OFF"), one.source("OFF"));
      builder.source(one.name("REQUIRED"), one.source("REQUIRED"));
    }
    networks = builder.compileWithVectorApi();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rowsOf32AndMoreHaveKernels(Case one) {
    String companion = networks.vectorSource(one.name("REQUIRED")).orElseThrow();
    assertThat(companion.contains("forwardEven(")).isEqualTo(one.width() >= 32);
    assertThat(companion).contains("Slope(float".replace("float", one.kind().toLowerCase()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void giveWhatPlainLoopsGive(Case one) {
    AnyNetwork plain = networks.any(one.name("OFF"), 1);
    AnyNetwork vector = networks.any(one.name("REQUIRED"), 1);
    assertThat(plain.topology().kernels()).isEqualTo("plain");
    assertThat(vector.topology().kernels()).startsWith("vector ");
    for (AnyNetwork network : List.of(plain, vector)) {
      Samples.perturb(network, 2);
    }
    double[][] x = rows(plain.topology().widths()[0], 4);
    double[][] t = rows(one.graph().equals("Graph") ? 3 : 2, 5);
    double[] expected = new double[plain.parameters().length];
    double[] actual = new double[expected.length];
    assertAlike(vector.forward(x[0]), plain.forward(x[0]), one);
    for (int batch : BATCHES) {
      double[][] outputs = plain.forward(x, 0, batch);
      double[][] others = vector.forward(x, 0, batch);
      for (int s = 0; s < batch; s++) {
        assertAlike(others[s], outputs[s], one);
      }
      plain.gradient(x, t, 0, batch, expected);
      vector.gradient(x, t, 0, batch, actual);
      assertThat(Deviation.magnitude(expected)).isGreaterThan(1e-3);
      assertAlike(actual, expected, one);
    }
    for (AnyNetwork network : List.of(plain, vector)) {
      network.train(x[0], t[0], 1e-3);
      network.train(x, t, 0, 103, 1e-3);
    }
    assertAlike(vector.parameters(), plain.parameters(), one);
  }

  private static void assertAlike(double[] actual, double[] expected, Case one) {
    assertThat(Deviation.relative(actual, expected)).isLessThan(one.tolerance());
  }

  private static double[][] rows(int width, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[103][width];
    for (double[] row : rows) {
      for (int j = 0; j < width; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return rows;
  }
}
