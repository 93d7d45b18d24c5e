package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleParallelTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SIMD kernels against the plain loops of the same network, loaded side by side. */
class SimdKernelsTest {
  /** Widths on either side of every multiple of a vector, and all kinds of row groups. */
  private static final List<int[]> WIDTHS =
      List.of(
          new int[] {16, 3},
          new int[] {17, 30, 10},
          new int[] {31, 16, 1},
          new int[] {33, 5, 40, 2},
          new int[] {64, 64, 64},
          new int[] {100, 7, 9},
          new int[] {127, 19, 23, 29, 4},
          new int[] {257, 13, 3},
          new int[] {784, 30, 10},
          new int[] {9, 18, 47},
          new int[] {3, 90, 11},
          new int[] {1, 40, 3},
          new int[] {5, 200, 30},
          new int[] {10, 784},
          new int[] {7, 130, 64, 9},
          new int[] {12, 17, 33},
          new int[] {301, 30, 10},
          new int[] {130, 128, 61, 5},
          new int[] {67, 255, 95, 3},
          new int[] {20, 303, 219, 5});

  /** Around the samples of a pass, and more than a tile. */
  private static final int[] BATCHES = {1, 2, 4, 5, 6, 10, 11, 103};

  private static CompiledNetworks networks;

  private record Case(String name, boolean inFloat) {
    double tolerance() {
      return inFloat ? 2e-5 : 1e-13;
    }

    AnyNetwork plain() {
      return network("Plain");
    }

    AnyNetwork vector() {
      return network("Vector");
    }

    private AnyNetwork network(String kind) {
      AnyNetwork network = networks.any(name + kind, 1);
      Samples.perturb(network, 2);
      return network;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    int i = 0;
    for (int[] widths : WIDTHS) {
      for (String kind : List.of("Float", "Double")) {
        String attributes = Choices.output(i).attributes(widths, Choices.hidden(i));
        String optimizer = optimizer(i);
        builder.add(
            name(widths, kind) + "Plain",
            kind + "Network",
            attributes + ", simd = Simd.OFF",
            optimizer);
        builder.add(
            name(widths, kind) + "Vector",
            kind + "Network",
            attributes + ", simd = Simd.REQUIRED",
            optimizer);
        i++;
      }
    }
    builder.add(
        "NoEpsilon",
        "DoubleNetwork",
        "layers = {40, 300, 30, 5}, activation = SIGMOID, simd = Simd.REQUIRED",
        "@Adam(epsilon = 0)");
    networks = builder.compileWithVectorApi();
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (int[] widths : WIDTHS) {
      cases.add(new Case(name(widths, "Float"), true));
      cases.add(new Case(name(widths, "Double"), false));
    }
    return cases;
  }

  /** Each of the optimizers in turn, and plain descent between them. */
  private static String optimizer(int i) {
    List<String> names = OptimizerSetting.names();
    return i % 3 == 0 ? "" : OptimizerSetting.of(names.get(i % names.size())).annotation();
  }

  private static String name(int[] widths, String kind) {
    StringBuilder name = new StringBuilder(kind);
    for (int width : widths) {
      name.append('_').append(width);
    }
    return name.toString();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhichRun(Case one) {
    assertThat(one.plain().topology().kernels()).isEqualTo("plain");
    assertThat(one.vector().topology().kernels()).startsWith("vector ");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void predictAlike(Case one) {
    AnyNetwork plain = one.plain();
    AnyNetwork vector = one.vector();
    Samples samples = Samples.of(plain, 103, 3);

    for (int s = 0; s < 3; s++) {
      assertAlike(vector.forward(samples.x[s]), plain.forward(samples.x[s]), one);
    }
    for (int batch : BATCHES) {
      double[][] expected = plain.forward(samples.x, 0, batch);
      double[][] actual = vector.forward(samples.x, 0, batch);
      for (int s = 0; s < expected.length; s++) {
        assertThat(Deviation.largest(actual[s], expected[s])).isLessThan(one.tolerance());
      }
      assertThat(vector.loss(samples.x, samples.t, 0, batch))
          .isCloseTo(plain.loss(samples.x, samples.t, 0, batch), tolerance(one, samples, plain));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAreAlike(Case one) {
    AnyNetwork plain = one.plain();
    AnyNetwork vector = one.vector();
    Samples samples = Samples.of(plain, 103, 3);
    double[] expected = new double[plain.parameters().length];
    double[] actual = new double[expected.length];

    for (int batch : BATCHES) {
      plain.gradient(samples.x, samples.t, 0, batch, expected);
      vector.gradient(samples.x, samples.t, 0, batch, actual);
      assertAlike(actual, expected, one);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void trainingIsAlike(Case one) {
    AnyNetwork plain = one.plain();
    AnyNetwork vector = one.vector();
    Samples samples = Samples.of(plain, 103, 3);
    double[] before = plain.parameters();

    for (AnyNetwork network : List.of(plain, vector)) {
      network.train(samples.x[0], samples.t[0], 1e-3);
      for (int batch : BATCHES) {
        network.train(samples.x, samples.t, 0, batch, 1e-3);
      }
    }

    double[] expected = difference(plain.parameters(), before);
    double[] actual = difference(vector.parameters(), before);
    assertThat(Deviation.magnitude(expected)).isGreaterThan(1e-5);
    assertThat(Deviation.largest(actual, expected))
        .isLessThan(50 * one.tolerance() * Math.max(1, Deviation.magnitude(before)));
  }

  /** A panel is filled up with weights whose gradient is always 0: Adam's step would be 0 / 0. */
  @Test
  void stepsWithoutEpsilonLeaveTheRestOfAPanelAtZero() {
    AnyNetwork network = networks.any("NoEpsilon", 1);
    Samples samples = Samples.of(network, 10, 3);

    for (int step = 0; step < 5; step++) {
      network.train(samples.x, samples.t, 0, 10, 1e-3);
    }

    assertThat(Arrays.stream(network.parameters()).allMatch(Double::isFinite)).isTrue();
  }

  @Test
  void soDoStepsOfATrainer() {
    DoubleNetwork network = networks.doubles("NoEpsilon", 1);
    Samples samples = Samples.of(AnyNetwork.of(network), 10, 3);

    try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(network, 2)) {
      for (int step = 0; step < 5; step++) {
        trainer.train(samples.x, samples.t, 0, 10, 1e-3);
      }
    }

    assertThat(Arrays.stream(AnyNetwork.of(network).parameters()).allMatch(Double::isFinite))
        .isTrue();
  }

  private static double[] difference(double[] after, double[] before) {
    double[] difference = new double[after.length];
    for (int i = 0; i < after.length; i++) {
      difference[i] = after[i] - before[i];
    }
    return difference;
  }

  private static void assertAlike(double[] actual, double[] expected, Case one) {
    assertThat(Deviation.relative(actual, expected)).isLessThan(one.tolerance());
  }

  private static org.assertj.core.data.Offset<Double> tolerance(
      Case one, Samples samples, AnyNetwork plain) {
    return within(one.tolerance() * Math.max(1, plain.loss(samples.x, samples.t, 0, 103)));
  }
}
