package io.github.gradsmith.sample.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChainRuleTest {
  /** Computed outside Java by the complex-step method: Im E(w + 1e-30 i) / 1e-30. */
  private static final Map<String, Double> EXPECTED =
      Map.ofEntries(
          Map.entry("∂E/∂w₁₁(2)", -0.011418748291),
          Map.entry("∂E/∂w₁₂(2)", 0.007511004422),
          Map.entry("∂E/∂w₂₁(2)", -0.018269997266),
          Map.entry("∂E/∂w₂₂(2)", 0.012017607075),
          Map.entry("∂E/∂b₁(2)", -0.022837496582),
          Map.entry("∂E/∂b₂(2)", 0.015022008844),
          Map.entry("∂E/∂w₁₁(3)", -0.068135602689),
          Map.entry("∂E/∂w₁₂(3)", 0.084365190522),
          Map.entry("∂E/∂w₂₁(3)", -0.056467311946),
          Map.entry("∂E/∂w₂₂(3)", 0.069917566479),
          Map.entry("∂E/∂b₁(3)", -0.110720508920),
          Map.entry("∂E/∂b₂(3)", 0.137093625963));

  private final LectureNet network = Example.network();
  private final double[] x = Example.input();
  private final double[] t = Example.target();

  @Test
  void theFormulasGiveTheTrueDerivatives() {
    Map<String, Double> values =
        derivatives().stream()
            .collect(Collectors.toMap(PartialDerivative::name, PartialDerivative::value));

    assertThat(values.keySet()).isEqualTo(EXPECTED.keySet());
    EXPECTED.forEach(
        (name, value) -> assertThat(values.get(name)).as(name).isCloseTo(value, within(1e-12)));
  }

  @Test
  void theGeneratedGradientAgreesAtEveryIndex() {
    double[] gradient = new double[12];
    network.gradient(new double[][] {x}, new double[][] {t}, 0, 1, gradient);

    for (PartialDerivative d : derivatives()) {
      assertThat(gradient[d.index()]).as(d.name()).isCloseTo(d.value(), within(1e-15));
    }
    assertThat(derivatives().stream().map(PartialDerivative::index))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void theHiddenFormulaIsWrittenOutOverBothOutputs() {
    PartialDerivative w12 =
        derivatives().stream().filter(d -> d.name().equals("∂E/∂w₁₂(2)")).findAny().orElseThrow();

    assertThat(w12.formula())
        .containsExactly(
            "[ (a₁(3) − t₁) a₁(3) (1 − a₁(3)) w₂₁(3)",
            "+ (a₂(3) − t₂) a₂(3) (1 − a₂(3)) w₂₂(3) ] a₂(2) (1 − a₂(2)) x₁");
  }

  private List<PartialDerivative> derivatives() {
    double[] flat = new double[12];
    network.getParameters(flat);
    return new ChainRule(new LectureOrder(flat), Trace.of(network, x), t).derivatives();
  }
}
