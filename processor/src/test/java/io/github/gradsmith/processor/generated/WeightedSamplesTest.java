package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.internal.math.SeededRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loss and gradient of samples with weights, beside those of the samples one by one. */
class WeightedSamplesTest {
  /** More than a tile. */
  private static final int ROWS = 230;

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (Choices.Output output : outputs()) {
      builder.add(
          output.activation() + "" + output.loss(),
          "DoubleNetwork",
          output.attributes(new int[] {12, 9, 4}, Choices.HIDDEN.subList(0, 1)));
    }
    networks =
        builder
            .add("Large", "DoubleNetwork", "layers = {301, 110, 12, 5}, activation = TANH")
            .add("Float", "FloatNetwork", "layers = {3, 4, 2}, activation = TANH")
            .compile();
  }

  /** Every loss. */
  static List<Choices.Output> outputs() {
    Set<Object> seen = new HashSet<>();
    return Choices.OUTPUTS.stream().filter(output -> seen.add(output.loss())).toList();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void everyLossIsWeighted(Choices.Output output) {
    assertWeighted(networks.doubles(output.activation() + "" + output.loss(), 1));
  }

  /** Layer by layer in SIMD, and sample by sample. */
  @Test
  void largeLayersAreWeighted() {
    assertWeighted(networks.doubles("Large", 1));
  }

  private static void assertWeighted(DoubleNetwork network) {
    SeededRandom random = new SeededRandom(7);
    double[][] x = rows(random, network.inputSize());
    double[][] t = rows(random, network.outputSize());
    double[] weights = new double[ROWS];
    Arrays.setAll(weights, i -> i % 4 == 0 ? 0 : random.nextDouble());
    for (int[] range : new int[][] {{0, ROWS}, {3, 113}, {1, 3}, {8, 10}, {5, 6}}) {
      double total = 0;
      double loss = 0;
      double[] expected = new double[network.parameterCount()];
      double[] ofRow = new double[network.parameterCount()];
      double[] gradient = new double[network.parameterCount()];
      for (int row = range[0]; row < range[1]; row++) {
        total += weights[row];
        loss += weights[row] * network.gradient(x, t, row, row + 1, ofRow);
        for (int i = 0; i < ofRow.length; i++) {
          expected[i] += weights[row] * ofRow[i];
        }
      }
      for (int i = 0; i < ofRow.length; i++) {
        expected[i] /= total;
      }
      double tolerance = 1e-12 * (1 + Arrays.stream(expected).map(Math::abs).max().orElse(0));
      assertThat(network.loss(x, t, weights, range[0], range[1]))
          .isCloseTo(loss / total, within(tolerance));
      assertThat(network.gradient(x, t, weights, range[0], range[1], gradient))
          .isCloseTo(loss / total, within(tolerance));
      assertThat(gradient).containsExactly(expected, within(tolerance));
    }
  }

  private static double[][] rows(SeededRandom random, int width) {
    double[][] rows = new double[ROWS][width];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> random.nextDouble());
    }
    return rows;
  }

  /** So small that their sum has no inverse in float. */
  @Test
  void theUnitOfWeightsDoesNotMatter() {
    FloatNetwork network = networks.floats("Float", 1);
    float[][] x = {{1, 2, 3}, {-1, 0, 2}, {0.5f, 1, 1}};
    float[][] t = {{1, 0}, {0, 1}, {1, 1}};
    float[] gradient = new float[network.parameterCount()];
    float[] tiny = new float[network.parameterCount()];
    float unit = 4 * Float.MIN_VALUE;
    float loss = network.gradient(x, t, new float[] {1, 3, 2}, 0, 3, gradient);
    float[] weights = {unit, 3 * unit, 2 * unit};
    assertThat(network.gradient(x, t, weights, 0, 3, tiny)).isEqualTo(loss);
    assertThat(tiny).isEqualTo(gradient);
    assertThat(network.loss(x, t, weights, 0, 3)).isEqualTo(loss);
  }

  @Test
  void weightsAreChecked() {
    FloatNetwork network = networks.floats("Float", 1);
    float[][] x = new float[3][3];
    float[][] t = new float[3][2];
    float[] gradient = new float[network.parameterCount()];
    String atLeastOne = ": at least one must be above 0, and their sum finite";
    refuses(network, x, t, new float[] {1, -0.5f, 2}, "weights[1] is -0.5, expected a finite");
    refuses(network, x, t, new float[] {1, 1, Float.NaN}, "weights[2] is NaN, expected a finite");
    refuses(network, x, t, new float[] {1 / 0f, 1, 1}, "weights[0] is Infinity, expected a finite");
    refuses(network, x, t, new float[3], "the rows from 0 to 3 add up to 0.0" + atLeastOne);
    assertThatThrownBy(() -> network.loss(x, t, null, 0, 3))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("weights is null");
    assertThatThrownBy(() -> network.gradient(x, t, new float[2], 0, 3, gradient))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("weights: range [0, 3) out of bounds for length 2");
    assertThatThrownBy(() -> network.loss(x, t, new float[] {1, 2, 3}, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> network.loss(new float[2][3], t, new float[] {1, 2, 3}, 0, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> network.gradient(x, t, new float[] {1, 2, 3}, 0, 3, new float[2]))
        .hasMessageContaining("gradient has 2 values");
  }

  private static void refuses(
      FloatNetwork network, float[][] x, float[][] t, float[] weights, String message) {
    float[] gradient = new float[network.parameterCount()];
    assertThatThrownBy(() -> network.loss(x, t, weights, 0, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> network.gradient(x, t, weights, 0, 3, gradient))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
