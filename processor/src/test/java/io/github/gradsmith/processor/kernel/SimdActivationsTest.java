package io.github.gradsmith.processor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.kernel.simd.elementwise.SimdActivations;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which kernels there are, what they are called, and which are computed one by one. */
class SimdActivationsTest {
  private static final Precision FLOAT = Precision.FLOAT;

  @Test
  void layersOfTheSameActivationShareTheirKernels() {
    List<ActivationChoice> hidden =
        List.of(
            new ActivationChoice.Named(Activation.SIGMOID),
            new ActivationChoice.Written("z^3"),
            new ActivationChoice.Named(Activation.LEAKY_RELU),
            new ActivationChoice.Named(Activation.SIGMOID),
            new ActivationChoice.Written("z^3"),
            new ActivationChoice.Named(Activation.IDENTITY));
    SimdCompanions companions = new SimdCompanions(hidden);
    SimdActivations activations = companions.activations(FLOAT);
    assertThat(activations.methods().stream().map(MethodSpec::name))
        .containsExactly(
            "sigmoid",
            "sigmoidSlope",
            "activation3",
            "activation3Slope",
            "leakyRelu",
            "leakyReluSlope",
            "identity",
            "softmax");
    List<String> values = new ArrayList<>();
    List<Optional<String>> slopes = new ArrayList<>();
    for (LayerPlan layer : companions.hidden(FLOAT)) {
      values.add(activations.activationOf(layer));
      slopes.add(activations.slopeOf(layer));
    }
    assertThat(values)
        .containsExactly(
            "sigmoid", "activation3", "leakyRelu", "sigmoid", "activation3", "identity");
    assertThat(slopes.get(3)).contains("sigmoidSlope");
    assertThat(slopes.get(4)).contains("activation3Slope");
    assertThat(slopes.get(5)).isEmpty();
  }

  /** The slope of the sigmoid is in a, that of SiLU in z. */
  @Test
  void slopesTakeWhatThePlanKeeps() {
    String source = companion("1 / (1 + exp(-z))", "z / (1 + exp(-z))");
    assertThat(source)
        .contains("static void activation2Slope(float[] d, float[] a, int n)")
        .contains("static void activation3Slope(float[] d, float[] z, int n)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"z * sin(z)", "cos(z)", "atan(z)", "sinh(z)", "abs(z)^0.3", "z^9"})
  void rareFunctionsAreComputedOneByOne(String formula) {
    assertThat(method(companion(formula), "activation2"))
        .contains("for (int i = 0; i < n; i++)")
        .doesNotContain("FloatVector");
  }

  @ParameterizedTest
  @ValueSource(strings = {"z^8", "sqrt(abs(z))", "exp(z)", "max(z, z^2)", "where(z > 1, z, 1)"})
  void usualFormulasAreVectors(String formula) {
    assertThat(method(companion(formula), "activation2"))
        .contains("for (int start = 0; start < n; start += LANES)", "FloatVector.fromArray");
  }

  @Test
  void sharedPartsAreComputedOnce() {
    String method = method(companion("erf(z) / (1 + erf(z)^2)"), "activation2");
    assertThat(method.split("FloatVector erf", -1)).hasSize(2);
    assertThat(method.split("reinterpretAsInts", -1)).hasSize(2);
  }

  private static String companion(String... formulas) {
    return new SimdCompanions(SimdCompanions.written(List.of(formulas))).source(FLOAT, 256);
  }

  private static String method(String source, String name) {
    int start = source.indexOf("static void " + name + "(");
    return source.substring(start, source.indexOf("\n  }\n", start));
  }
}
