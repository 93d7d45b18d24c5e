package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What forward, classify and trace promise beside the right numbers. */
class PredictionsTest {
  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    String layers = "layers = {5, 4, 3}, activation = SIGMOID";
    networks =
        CompiledNetworks.builder()
            .add("Single", "FloatNetwork", layers)
            .add("SinglePredictor", "FloatPredictor", layers)
            .add("Twofold", "DoubleNetwork", layers)
            .add("TwofoldPredictor", "DoublePredictor", layers)
            .add("Choice", "FloatNetwork", "layers = {3, 3}, activation = IDENTITY")
            .add("WideChoice", "DoublePredictor", "layers = {3, 3}, activation = IDENTITY")
            .add("NoChoice", "FloatNetwork", "layers = {3, 1}, activation = SIGMOID")
            .add("NoWideChoice", "DoublePredictor", "layers = {3, 1}, activation = SIGMOID")
            .compile();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 3, 2",
    "3, 2, 1, 0",
    "1, 3, 2, 1",
    "1, 3, 3, 1",
    "5, 5, 5, 0",
    "-0.0, 0.0, -0.0, 0",
    "0.0, -0.0, 0.0, 0",
    "-1, -0.0, 0.0, 1",
    "1, NaN, 9, 1",
    "1, Infinity, NaN, 2",
    "NaN, NaN, Infinity, 0",
    "-Infinity, -Infinity, -Infinity, 0"
  })
  void classifyTakesTheLargestAndTheFirstOnATie(double o0, double o1, double o2, int expected) {
    // Weights of 0 leave the biases as outputs.
    FloatNetwork floats = networks.floats("Choice", 1);
    floats.setParameters(
        new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, (float) o0, (float) o1, (float) o2});
    assertThat(floats.classify(new float[3])).isEqualTo(expected);

    DoublePredictor doubles = networks.create("WideChoice", 1, DoublePredictor.class);
    doubles.setParameters(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, o0, o1, o2});
    assertThat(doubles.classify(new double[3])).isEqualTo(expected);
  }

  @Test
  void oneOutputIsNoChoice() {
    assertThatThrownBy(() -> networks.floats("NoChoice", 1).classify(new float[3]))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageContaining("output");
    DoublePredictor doubles = networks.create("NoWideChoice", 1, DoublePredictor.class);
    assertThatThrownBy(() -> doubles.classify(new double[3]))
        .isExactlyInstanceOf(IllegalStateException.class);
  }

  @Test
  void traceIsTheTableOfTheLecture() {
    FloatNetwork network = networks.floats("Single", 3);
    float[] input = {0.1f, -0.2f, 0.3f, -0.4f, 0.5f};
    float[] untouched = {9, 9, 9, 9, 9};
    float[][] z = {untouched, new float[4], new float[3]};
    float[][] a = {new float[5], new float[4], new float[3]};

    network.trace(input, z, a);

    float[] parameters = new float[39];
    network.getParameters(parameters);
    assertThat(a[0]).isEqualTo(input).isNotSameAs(input);
    assertThat(untouched).containsOnly(9);
    for (int l = 1; l < 3; l++) {
      for (int j = 0; j < z[l].length; j++) {
        double sum = 0;
        int row = (l == 1 ? 0 : 24) + j * a[l - 1].length;
        for (int i = 0; i < a[l - 1].length; i++) {
          sum += parameters[row + i] * a[l - 1][i];
        }
        assertThat((double) z[l][j]).isCloseTo(sum, within(1e-6));
        assertThat((double) a[l][j]).isCloseTo(1 / (1 + Math.exp(-z[l][j])), within(1e-6));
      }
    }
    assertThat(a[2]).isEqualTo(network.forward(input));
  }

  @Test
  void traceDoesNotLookAtTheFirstRowOfZ() {
    DoublePredictor network = networks.create("TwofoldPredictor", 3, DoublePredictor.class);
    double[] input = {1, 2, 3, 4, 5};
    double[][] a = {new double[5], new double[4], new double[3]};

    network.trace(input, new double[][] {null, new double[4], new double[3]}, a);

    assertThat(a[0]).isEqualTo(input);
    assertThat(a[2]).isEqualTo(network.forward(input));
  }

  @Test
  void forwardIsTheSameInEveryForm() {
    DoubleNetwork network = networks.doubles("Twofold", 3);
    double[][] inputs = {{1, 2, 3, 4, 5}, {-1, 0, 1, 0.5, -0.5}};
    double[] output = new double[3];
    network.forward(inputs[1], output);
    double[][] outputs = new double[2][3];
    network.forward(inputs, outputs, 0, 2);

    assertThat(network.forward(inputs[1])).isEqualTo(output).isEqualTo(outputs[1]);
    assertThat(network.forward(inputs[1])).isNotSameAs(network.forward(inputs[1]));
    assertThat(outputs[0]).isEqualTo(network.forward(inputs[0])).isNotEqualTo(output);
  }

  @Test
  void aPredictorOfTheSameWeightsGivesTheSameBits() {
    FloatNetwork network = networks.floats("Single", 3);
    FloatPredictor predictor = networks.create("SinglePredictor", 8, FloatPredictor.class);
    float[] input = {0.1f, -0.2f, 0.3f, -0.4f, 0.5f};
    assertThat(predictor.forward(input)).isNotEqualTo(network.forward(input));

    float[] parameters = new float[39];
    network.getParameters(parameters);
    predictor.setParameters(parameters);

    assertThat(predictor.forward(input)).isEqualTo(network.forward(input));
    assertThat(predictor.classify(input)).isEqualTo(network.classify(input));
  }
}
