package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What generated code computes for each activation and its slope beside values that Python's {@code
 * math} module gave for the definitions in PyTorch's documentation, kinks at 0 and ±3 among them.
 */
class ActivationValuesTest {
  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (Activation activation : Choices.HIDDEN) {
      String attributes = "layers = {1, 1, 1}, activation = {%s, IDENTITY}".formatted(activation);
      builder.add("Float" + activation, "FloatNetwork", attributes);
      builder.add("Double" + activation, "DoubleNetwork", attributes);
    }
    networks = builder.compile();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/expected-activations.csv", numLinesToSkip = 1)
  void inDouble(Activation activation, double z, double a, double slope) {
    assertValueAndSlope("Double" + activation, z, a, slope, Math.ulp(1.0));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/expected-activations.csv", numLinesToSkip = 1)
  void inFloat(Activation activation, double z, double a, double slope) {
    assertValueAndSlope("Float" + activation, z, a, slope, Math.ulp(1f));
  }

  /** With weights 1 and an error of 1 the gradient of the hidden bias is the slope. */
  private static void assertValueAndSlope(
      String name, double z, double a, double slope, double ulp) {
    AnyNetwork network = networks.any(name, 1);
    network.setParameters(new double[] {1, 0, 1, 0});
    double[][] x = {{z}};
    double output = network.forward(x[0])[0];
    double[] gradient = new double[4];
    network.gradient(x, new double[][] {{output - 1}}, 0, 1, gradient);

    assertThat(output).isCloseTo(a, within(4 * ulp * Math.abs(a) + ulp / 2));
    assertThat(gradient[1]).isCloseTo(slope, within(4 * ulp * (1 + Math.abs(a))));
  }
}
