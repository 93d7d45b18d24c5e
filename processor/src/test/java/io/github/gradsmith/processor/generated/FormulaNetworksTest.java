package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.GradientCheck;
import io.github.gradsmith.WeightsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of formulas of the user's own. */
class FormulaNetworksTest {
  private static final String LAYERS = "layers = {3, 4, 2}, ";

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    networks =
        CompiledNetworks.builder()
            .add("Swish", "DoubleNetwork", LAYERS + "formula = \"z / (1 + exp(-z))\"")
            .add("SwishSpaced", "DoubleNetwork", LAYERS + "formula = \" z/(1+exp( - z)) \"")
            .add(
                "Mixed",
                "DoubleNetwork",
                LAYERS
                    + "formula = {\"where(z > 0, z, min(z, exp(z) - 1))\", \"softmax(z)\"},"
                    + " loss = CROSS_ENTROPY")
            .add(
                "Root",
                "DoubleNetwork",
                LAYERS
                    + "formula = {\"sqrt(1 + z^2) - 1\", \"atan(z) + sin(z)\"},"
                    + " lossFormula = \"log(cosh(a - t))\"")
            .add(
                "Gaussian",
                "DoubleNetwork",
                LAYERS + "formula = {\"exp(-z^2)\", \"sigmoid(z)\"}, loss = BINARY_CROSS_ENTROPY")
            .add(
                "SoftmaxWithFormula",
                "DoubleNetwork",
                LAYERS + "activation = {TANH, SOFTMAX}, lossFormula = \"(a - t)^4 + abs(a - t)\"")
            .add("Tanh", "DoubleNetwork", LAYERS + "activation = TANH")
            .compile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Swish", "Mixed", "Root", "Gaussian", "SoftmaxWithFormula"})
  void theirGradientIsThatOfDifferences(String name) {
    Random random = new Random(7);
    double[][] inputs = new double[5][3];
    double[][] targets = new double[5][2];
    for (int i = 0; i < 5; i++) {
      inputs[i] = random.doubles(3, -2, 2).toArray();
      targets[i][i % 2] = 1;
    }
    GradientCheck check = GradientCheck.check(networks.doubles(name, 3), inputs, targets);
    assertThat(check.passes(1e-6)).as("%s", check).isTrue();
  }

  @Test
  void theTopologyNamesThem() {
    assertThat(networks.doubles("SwishSpaced", 1).topology().activations())
        .containsExactly("z / (1 + exp(-z))", "z / (1 + exp(-z))");
    assertThat(networks.doubles("Mixed", 1).topology().activations())
        .containsExactly("where(z > 0, z, min(z, exp(z) - 1))", "SOFTMAX");
    assertThat(networks.doubles("Root", 1).topology().loss()).isEqualTo("log(cosh(a - t))");
  }

  @Test
  void weightsGoWithTheFormulaHoweverSpaced() throws IOException {
    DoubleNetwork saved = networks.doubles("Swish", 1);
    DoubleNetwork loaded = networks.doubles("SwishSpaced", 2);
    loaded.load(new ByteArrayInputStream(bytes(saved)));
    double[] x = {1, 2, 3};
    assertThat(loaded.forward(x)).isEqualTo(saved.forward(x));
    DoubleNetwork mixed = networks.doubles("Mixed", 2);
    mixed.load(new ByteArrayInputStream(bytes(networks.doubles("Mixed", 1))));
    assertThat(mixed.forward(x)).isEqualTo(networks.doubles("Mixed", 1).forward(x));
  }

  @Test
  void weightsOfOtherFormulasAreRefusedWithTheirCure() throws IOException {
    byte[] mixed = bytes(networks.doubles("Mixed", 1));
    byte[] root = bytes(networks.doubles("Root", 1));
    DoubleNetwork tanh = networks.doubles("Tanh", 1);
    assertThatThrownBy(() -> tanh.load(new ByteArrayInputStream(mixed)))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(
            "formula = {\"where(z > 0, z, min(z, exp(z) - 1))\", \"softmax(z)\"},"
                + " loss = CROSS_ENTROPY at @Network");
    assertThatThrownBy(() -> tanh.load(new ByteArrayInputStream(root)))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("lossFormula = \"log(cosh(a - t))\" at @Network");
  }

  private static byte[] bytes(DoubleNetwork network) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    network.save(out);
    return out.toByteArray();
  }
}
