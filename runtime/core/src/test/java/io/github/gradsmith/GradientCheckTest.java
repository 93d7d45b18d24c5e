package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.internal.math.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
  private static final int[] LAYERS = {2, 3, 2};

  // In 2-3-2: layer 2 has weights 0 to 5 and biases 6 to 8, layer 3 weights 9 to 14, biases 15, 16.
  private static final int LAYER_2_NEURON_1_INPUT_1 = 3;
  private static final int LAYER_2_NEURON_2_BIAS = 8;
  private static final int LAYER_3_NEURON_1_INPUT_0 = 12;
  private static final int LAYER_3_NEURON_0_BIAS = 15;

  private final SeededRandom random = new SeededRandom(42);
  private final double[][] inputs = rows(5, 2);
  private final double[][] targets = rows(5, 2);

  @Test
  void aRightGradientPasses() {
    GradientCheck check =
        GradientCheck.check(seeded(new PlainDoubleNetwork(LAYERS)), inputs, targets);
    assertThat(check.maxRelativeError()).isLessThan(1e-8);
    assertThat(check.passes(1e-8)).isTrue();
    assertThat(check.passes(0)).isFalse();
  }

  @Test
  void aWrongWeightIsNamed() {
    GradientCheck check = checkWrong(LAYER_2_NEURON_1_INPUT_1, 1.5);
    assertThat(check.layer()).isEqualTo(2);
    assertThat(check.neuron()).isEqualTo(1);
    assertThat(check.input()).isEqualTo(1);
    assertThat(check.isBias()).isFalse();
    assertThat(check.parameter().name()).isEqualTo("layer2.weight");
    assertThat(check.index()).containsExactly(1, 1);
    check = checkWrong(LAYER_3_NEURON_1_INPUT_0, 1.5);
    assertThat(check.layer()).isEqualTo(3);
    assertThat(check.neuron()).isEqualTo(1);
    assertThat(check.input()).isZero();
    assertThat(check.toString())
        .matches(
            "largest relative error 0\\.333: layer3\\.weight at \\[1, 0\\]: "
                + "analytic \\S+, numerical \\S+");
  }

  @Test
  void aWrongBiasIsNamed() {
    GradientCheck check = checkWrong(LAYER_2_NEURON_2_BIAS, 1.5);
    assertThat(check.layer()).isEqualTo(2);
    assertThat(check.neuron()).isEqualTo(2);
    assertThat(check.isBias()).isTrue();
    assertThat(check.input()).isEqualTo(-1);
    check = checkWrong(LAYER_3_NEURON_0_BIAS, 1.5);
    assertThat(check.layer()).isEqualTo(3);
    assertThat(check.neuron()).isZero();
    assertThat(check.toString()).contains("layer3.bias at [0]: analytic ");
  }

  @Test
  void theErrorIsRelativeToTheLargerValue() {
    GradientCheck check = checkWrong(LAYER_3_NEURON_1_INPUT_0, 2);
    assertThat(check.maxRelativeError()).isBetween(0.5 - 1e-6, 0.5 + 1e-6);
    assertThat(check.analytic() / check.numerical()).isBetween(2 - 1e-6, 2 + 1e-6);
    assertThat(check.passes(0.49)).isFalse();
  }

  @Test
  void nanIsTheWorstOfErrors() {
    GradientCheck check = checkWrong(LAYER_2_NEURON_1_INPUT_1, Double.NaN);
    assertThat(check.maxRelativeError()).isNaN();
    assertThat(check.neuron()).isEqualTo(1);
    assertThat(check.passes(Double.POSITIVE_INFINITY)).isFalse();
  }

  @Test
  void aGradientOfZerosIsJudgedByTheNumericalValues() {
    DoubleNetwork lazy =
        new PlainDoubleNetwork(LAYERS) {
          @Override
          public double gradient(double[][] x, double[][] t, int from, int to, double[] gradient) {
            return loss(x, t, from, to);
          }
        };
    assertThat(GradientCheck.check(seeded(lazy), inputs, targets).maxRelativeError()).isEqualTo(1);
  }

  @Test
  void errorsOfTinyEntriesAreMeasuredAgainstTheFloor() {
    double[] gradient = new double[17];
    seeded(new PlainDoubleNetwork(LAYERS)).gradient(inputs, targets, 0, 5, gradient);
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
    // An input that is always 0 makes the gradient of its weights 0.
    for (double[] row : inputs) {
      row[1] = 0;
    }
    GradientCheck check =
        GradientCheck.check(
            seeded(wrong(LAYER_2_NEURON_1_INPUT_1, 1, 1e-6 * largest)), inputs, targets);
    assertThat(check.analytic()).isEqualTo(1e-6 * largest);
    assertThat(check.numerical()).isZero();
    assertThat(check.maxRelativeError()).isBetween(0.5e-3, 2e-3);
  }

  @Test
  void parametersAreLeftAsTheyWere() {
    DoubleNetwork network = seeded(new PlainDoubleNetwork(LAYERS));
    double[] before = parameters(network);
    GradientCheck.check(network, inputs, targets);
    assertThat(parameters(network)).isEqualTo(before);
  }

  @Test
  void parametersAreLeftAsTheyWereEvenOnAnException() {
    DoubleNetwork failing =
        new PlainDoubleNetwork(LAYERS) {
          private int calls;

          @Override
          public double loss(double[][] x, double[][] t, int from, int to) {
            if (++calls == 8) {
              throw new IllegalStateException("eighth call");
            }
            return super.loss(x, t, from, to);
          }
        };
    double[] before = parameters(seeded(failing));
    assertThatThrownBy(() -> GradientCheck.check(failing, inputs, targets))
        .hasMessage("eighth call");
    assertThat(parameters(failing)).isEqualTo(before);
  }

  @Test
  void aFloatNetworkIsCheckedAgainstADoubleOne() {
    PlainFloatNetwork network = seededFloats(new PlainFloatNetwork(LAYERS));
    DoubleNetwork reference = seeded(new PlainDoubleNetwork(LAYERS));
    double[] before = parameters(reference);
    float[][] x = rounded(inputs);
    float[][] t = rounded(targets);
    assertThat(GradientCheck.check(network, reference, x, t).maxRelativeError())
        .isBetween(1e-9, 1e-5);
    assertThat(parameters(reference)).isEqualTo(before);
  }

  @Test
  void aWrongFloatGradientIsNamed() {
    PlainFloatNetwork network =
        new PlainFloatNetwork(LAYERS) {
          @Override
          public float gradient(float[][] x, float[][] t, int from, int to, float[] gradient) {
            float loss = super.gradient(x, t, from, to, gradient);
            gradient[LAYER_3_NEURON_1_INPUT_0] *= -1;
            return loss;
          }
        };
    GradientCheck check =
        GradientCheck.check(
            seededFloats(network),
            new PlainDoubleNetwork(LAYERS),
            rounded(inputs),
            rounded(targets));
    assertThat(check.maxRelativeError()).isBetween(1.999, 2.001);
    assertThat(check.toString()).contains("layer3.weight at [1, 0]");
  }

  @Test
  void aReferenceOfAnotherShapeIsRefused() {
    assertThatThrownBy(
            () ->
                GradientCheck.check(
                    new PlainFloatNetwork(LAYERS),
                    new PlainDoubleNetwork(2, 4, 2),
                    rounded(inputs),
                    rounded(targets)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2-4-2")
        .hasMessageContaining("2-3-2");
  }

  @Test
  void argumentsAreChecked() {
    DoubleNetwork network = seeded(new PlainDoubleNetwork(LAYERS));
    assertThatThrownBy(() -> GradientCheck.check(network, inputs, rows(4, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("targets has 4 rows, expected 5");
    for (double step : new double[] {0, -1e-5, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> GradientCheck.check(network, inputs, targets, step))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("step is ");
    }
  }

  private GradientCheck checkWrong(int entry, double factor) {
    return GradientCheck.check(seeded(wrong(entry, factor, 0)), inputs, targets);
  }

  private static DoubleNetwork wrong(int entry, double factor, double offset) {
    return new PlainDoubleNetwork(LAYERS) {
      @Override
      public double gradient(double[][] x, double[][] t, int from, int to, double[] gradient) {
        double loss = super.gradient(x, t, from, to, gradient);
        gradient[entry] = factor * gradient[entry] + offset;
        return loss;
      }
    };
  }

  private DoubleNetwork seeded(DoubleNetwork network) {
    network.setParameters(rows(1, network.parameterCount())[0]);
    return network;
  }

  private PlainFloatNetwork seededFloats(PlainFloatNetwork network) {
    network.setParameters(rounded(rows(1, network.parameterCount()))[0]);
    return network;
  }

  private static double[] parameters(DoubleNetwork network) {
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }

  private double[][] rows(int count, int width) {
    double[][] rows = new double[count][width];
    for (double[] row : rows) {
      for (int j = 0; j < width; j++) {
        row[j] = 2 * random.nextDouble() - 1;
      }
    }
    return rows;
  }

  private static float[][] rounded(double[][] rows) {
    float[][] result = new float[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        result[i][j] = (float) rows[i][j];
      }
    }
    return result;
  }
}
