package io.github.gradsmith.processor.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.formula.render.MathRenderer;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.model.OptimizerChoice;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("fast")
class OptimizersTest {
  private static final OptimizerChoice ADAM = new OptimizerChoice.Adam(0.9, 0.999, 1e-8);

  /** Name, slots and formulas: from the papers, the form of Adam's from its section 2. */
  static Stream<Arguments> rules() {
    String m = "m = β1 m + (1 − β1) g";
    String v = "v = β2 v + (1 − β2) g²";
    String w = "w = w − c m / (√v + e)";
    return Stream.of(
        Arguments.of(OptimizerChoice.PLAIN, "SGD", "", List.of("w = w − r g")),
        Arguments.of(
            new OptimizerChoice.Sgd(0, false, 0.1),
            "SGD",
            "",
            List.of("g = g + λ w", "w = w − r g")),
        Arguments.of(
            new OptimizerChoice.Sgd(0.9, false, 0),
            "SGD",
            "m momentum_buffer",
            List.of("m = μ m + g", "w = w − r m")),
        Arguments.of(
            new OptimizerChoice.Sgd(0.9, true, 0.1),
            "SGD",
            "m momentum_buffer",
            List.of("g = g + λ w", "m = μ m + g", "w = w − r (g + μ m)")),
        Arguments.of(
            new OptimizerChoice.RmsProp(0.99, 1e-8),
            "RMSPROP",
            "v square_avg",
            List.of("v = α v + (1 − α) g²", "w = w − r g / (√v + ε)")),
        Arguments.of(ADAM, "ADAM", "m exp_avg, v exp_avg_sq", List.of(m, v, w)),
        Arguments.of(
            new OptimizerChoice.AdamW(0.9, 0.999, 1e-8, 0.01),
            "ADAMW",
            "m exp_avg, v exp_avg_sq",
            List.of(m, v, "w = w − r λ w − c m / (√v + e)")),
        Arguments.of(
            new OptimizerChoice.AdamW(0.9, 0.999, 1e-8, 0),
            "ADAMW",
            "m exp_avg, v exp_avg_sq",
            List.of(m, v, w)),
        Arguments.of(
            new OptimizerChoice.Adagrad(1e-10),
            "ADAGRAD",
            "s sum",
            List.of("s = s + g²", "w = w − r g / (√s + ε)")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rulesAreThoseOfThePapers(
      OptimizerChoice choice, String name, String slots, List<String> assignments) {
    UpdateRule rule = Optimizers.of(choice);

    assertThat(rule.name()).isEqualTo(name);
    assertThat(texts(rule.assignments())).isEqualTo(assignments);
    assertThat(
            String.join(", ", rule.slots().stream().map(s -> s.letter() + " " + s.name()).toList()))
        .isEqualTo(slots);
    assertThat(rule.hasState()).isEqualTo(!slots.isEmpty());
    assertThat(rule.source()).matches(".*, (19|20)\\d\\d");
  }

  @Test
  void onlyPlainDescentIsPlain() {
    assertThat(
            rules()
                .map(arguments -> (OptimizerChoice) arguments.get()[0])
                .filter(choice -> Optimizers.of(choice).isPlainDescent()))
        .containsExactly(OptimizerChoice.PLAIN);
  }

  @Test
  void adamCorrectsItsMeansByTheStep() {
    UpdateRule rule = Optimizers.of(ADAM);

    assertThat(texts(rule.scalars()))
        .containsExactly("u = √(1 − β2ᵏ)", "c = r u / (1 − β1ᵏ)", "e = ε u");
    assertThat(rule.countsSteps()).isTrue();
    assertThat(Optimizers.of(new OptimizerChoice.RmsProp(0.9, 0)).countsSteps()).isFalse();
  }

  /** In double 1 − 0.9 is 0.09999999999999998. */
  @Test
  void differencesOfHyperParametersAreExact() {
    UpdateRule rule = Optimizers.of(ADAM);

    assertThat(rule.hyperParameters()).hasToString("{β1=9/10, β2=999/1000, ε=1/100000000}");
    assertThat(rule.folded(rule.assignments().get(0)))
        .isEqualTo(FormulaParser.parse("0.9 * m + 0.1 * g"));
    assertThat(rule.folded(rule.assignments().get(1)))
        .isEqualTo(FormulaParser.parse("0.999 * v + 0.001 * g^2"));
  }

  @Test
  void termsOfHyperParametersThatAreZeroVanish() {
    UpdateRule rule = Optimizers.of(new OptimizerChoice.RmsProp(0, 0));

    assertThat(rule.assignments().stream().map(rule::folded).map(MathRenderer::render))
        .containsExactly("g²", "w − r g / √v");
  }

  private static List<String> texts(List<Assignment> assignments) {
    return assignments.stream()
        .map(assignment -> assignment.target() + " = " + MathRenderer.render(assignment.value()))
        .toList();
  }
}
