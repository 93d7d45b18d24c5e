package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** NaN reaches all it must reach, infinities follow limits, and saturation is no failure. */
class SpecialValuesTest {
  /** Written out; groups of rows; a fold with a tail before groups of rows. */
  private static final int[][] SHAPES = {{3, 4, 3}, {9, 13, 5}, {203, 9, 11}};

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (int output = 0; output < Choices.OUTPUTS.size(); output++) {
      int[] shape = SHAPES[output % SHAPES.length];
      String attributes = Choices.output(output).attributes(shape, Choices.hidden(output));
      builder.add("FloatO" + output, "FloatNetwork", attributes);
      builder.add("DoubleO" + output, "DoubleNetwork", attributes);
    }
    for (Activation activation : Choices.HIDDEN) {
      String attributes = "layers = {1, 1}, activation = " + activation;
      builder.add("Float" + activation, "FloatNetwork", attributes);
      builder.add("Double" + activation, "DoubleNetwork", attributes);
    }
    String softmax = "layers = {2, 2}, activation = SOFTMAX, loss = CROSS_ENTROPY";
    builder.add("FloatSoftmax", "FloatNetwork", softmax);
    builder.add("DoubleSoftmax", "DoubleNetwork", softmax);
    String logSoftmax = softmax.replace("SOFTMAX", "LOG_SOFTMAX");
    builder.add("FloatLogSoftmax", "FloatNetwork", logSoftmax);
    builder.add("DoubleLogSoftmax", "DoubleNetwork", logSoftmax);
    networks = builder.compile();
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int output = 0; output < Choices.OUTPUTS.size(); output++) {
      names.add("FloatO" + output);
      names.add("DoubleO" + output);
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("names")
  void nanInTheInputReachesEverything(String name) {
    AnyNetwork network = perturbed(name);
    Samples samples = Samples.of(network, 7, 2);
    int inputs = samples.x[0].length;
    for (int position : new int[] {0, inputs / 2, inputs - 1}) {
      double[][] x = Arrays.stream(samples.x).map(double[]::clone).toArray(double[][]::new);
      x[3][position] = Double.NaN;
      double[] before = network.parameters();

      assertThat(network.forward(x[3])).containsOnly(Double.NaN);
      assertThat(network.forward(x, 0, 7)[3]).containsOnly(Double.NaN);
      assertThat(finite(network.forward(x, 0, 7)[4])).isTrue();
      assertThat(network.loss(x[3], samples.t[3])).isNaN();
      assertThat(network.loss(x, samples.t, 0, 7)).isNaN();
      double[] gradient = new double[before.length];
      assertThat(network.gradient(x, samples.t, 0, 7, gradient)).isNaN();
      assertThat(gradient).containsOnly(Double.NaN);
      assertThat(network.train(x, samples.t, 0, 7, 0.5)).isNaN();
      assertThat(network.parameters()).containsOnly(Double.NaN);

      network.setParameters(before);
      assertThat(network.train(x[3], samples.t[3], 0.5)).isNaN();
      assertThat(network.parameters()).containsOnly(Double.NaN);
      network.setParameters(before);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void nanLeavesNothingBehind(String name) {
    AnyNetwork network = perturbed(name);
    Samples samples = Samples.of(network, 7, 2);
    double[] gradient = new double[network.parameters().length];
    network.gradient(samples.x, samples.t, 0, 7, gradient);
    double[][] nan = Arrays.stream(samples.x).map(double[]::clone).toArray(double[][]::new);
    for (double[] row : nan) {
      Arrays.fill(row, Double.NaN);
    }

    network.gradient(nan, samples.t, 0, 7, new double[gradient.length]);
    double[] again = new double[gradient.length];
    network.gradient(samples.x, samples.t, 0, 7, again);

    assertThat(again).isEqualTo(gradient);
  }

  /** The outputs at −∞, 0 and ∞; that of NaN is NaN. */
  @ParameterizedTest
  @CsvSource({
    "SIGMOID, 0, 0.5, 1",
    "TANH, -1, 0, 1",
    "RELU, 0, 0, Infinity",
    "LEAKY_RELU, -Infinity, 0, Infinity",
    "ELU, -1, 0, Infinity",
    "SOFTPLUS, 0, 0.6931471805599453, Infinity",
    "SOFTSIGN, -1, 0, 1",
    "SILU, 0, 0, Infinity",
    "GELU, 0, 0, Infinity",
    "HARD_SIGMOID, 0, 0.5, 1",
    "IDENTITY, -Infinity, 0, Infinity",
  })
  void infinitiesFollowTheLimits(Activation activation, double low, double middle, double high) {
    for (String precision : new String[] {"Float", "Double"}) {
      AnyNetwork network = networks.any(precision + activation, 1);
      network.setParameters(new double[] {1, 0});
      assertThat(network.forward(new double[] {Double.NEGATIVE_INFINITY}))
          .satisfies(a -> assertThat(a[0]).isEqualTo(low + 0.0));
      assertThat(network.forward(new double[] {0})[0]).isCloseTo(middle, within(1e-7));
      assertThat(network.forward(new double[] {Double.POSITIVE_INFINITY})).containsExactly(high);
      assertThat(network.forward(new double[] {Double.NaN})).containsExactly(Double.NaN);
    }
  }

  /** The outputs share what the largest of the weighted sums leave to the others: nothing. */
  @ParameterizedTest
  @CsvSource({
    "Infinity, 3, 1, 0", "3, -Infinity, 1, 0", "Infinity, -Infinity, 1, 0",
    "Infinity, Infinity, 0.5, 0.5", "NaN, 3, NaN, NaN", "NaN, Infinity, NaN, NaN"
  })
  void infinitiesFollowTheLimitsOfSoftmax(double z0, double z1, double a0, double a1) {
    for (String precision : new String[] {"Float", "Double"}) {
      AnyNetwork network = networks.any(precision + "Softmax", 1);
      network.setParameters(new double[] {0, 0, 0, 0, z0, z1});
      assertThat(network.forward(new double[2])).containsExactly(a0, a1);
    }
  }

  /** Of the logarithms, the same: log ½ of two infinite sums, and −∞ for what is left to none. */
  @ParameterizedTest
  @CsvSource({
    "Infinity, 3, 0, -Infinity",
    "3, -Infinity, 0, -Infinity",
    "Infinity, -Infinity, 0, -Infinity",
    "Infinity, Infinity, -0.6931471805599453, -0.6931471805599453",
    "NaN, 3, NaN, NaN",
    "NaN, Infinity, NaN, NaN",
    "80, -80, 0, -160"
  })
  void infinitiesFollowTheLimitsOfLogSoftmax(double z0, double z1, double a0, double a1) {
    for (String precision : new String[] {"Float", "Double"}) {
      AnyNetwork network = networks.any(precision + "LogSoftmax", 1);
      network.setParameters(new double[] {0, 0, 0, 0, z0, z1});
      double[] a = network.forward(new double[2]);
      assertThat(a[0]).isCloseTo(a0, within(1e-7));
      assertThat(a[1]).isCloseTo(a1, within(1e-7));
    }
  }

  /** E = −log a of the class that is all but excluded is the distance of the two sums. */
  @ParameterizedTest
  @CsvSource({"Float, 80, 160", "Double, 700, 1400", "Float, 1e30, 2e30", "Double, 1e300, 2e300"})
  void crossEntropyOfASaturatedSoftmaxIsLargeAndFinite(String kind, double z, double loss) {
    AnyNetwork network = networks.any(kind + "Softmax", 1);
    network.setParameters(new double[] {z, 0, -z, 0, 0, 0});
    double[] x = {1, 0.5};
    double[] right = {1, 0};
    double[] wrong = {0, 1};

    assertThat(network.forward(x)[0]).isEqualTo(1);
    assertThat(network.forward(x)[1]).isBetween(0.0, 1e-60);
    assertThat(network.loss(x, right)).isZero();
    assertThat(network.loss(x, wrong)).isCloseTo(loss, within(1e-6 * loss));

    double[] gradient = new double[6];
    network.gradient(new double[][] {x}, new double[][] {wrong}, 0, 1, gradient);
    assertThat(gradient).containsExactly(1, 0.5, -1, -0.5, 1, -1);
  }

  @Test
  void saturatedSigmoidsHaveNoSlopeAndNoNan() {
    for (String precision : new String[] {"Float", "Double"}) {
      AnyNetwork network = networks.any(precision + "SIGMOID", 1);
      for (double z : new double[] {1e4, -1e4, Double.POSITIVE_INFINITY}) {
        network.setParameters(new double[] {1, 0});
        double[] gradient = new double[2];
        double loss =
            network.gradient(new double[][] {{z}}, new double[][] {{0.5}}, 0, 1, gradient);
        assertThat(loss).isEqualTo(0.125);
        assertThat(gradient[1]).isZero();
      }
    }
  }

  private static boolean finite(double[] values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }

  private static AnyNetwork perturbed(String name) {
    AnyNetwork network = networks.any(name, 1);
    Samples.perturb(network, 2);
    assertThat(network.parameters()).doesNotContain(0);
    return network;
  }
}
