package io.github.gradsmith.processor.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.NumericDerivative;
import io.github.gradsmith.processor.formula.render.MathRenderer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("fast")
class ActivationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIGMOID | 1 / (1 + e⁻ᶻ) | a (1 − a)",
        "TANH | tanh z | 1 − a²",
        "RELU | max(z, 0) | [a > 0]",
        "IDENTITY | z | 1",
        "SOFTMAX | eᶻ / (eᶻ + r) | a (1 − a)",
        "LOG_SOFTMAX | z − log(eᶻ + r) | −expm1(a)",
      })
  void slopesAreInTheOutput(Activation activation, String value, String slope) {
    ActivationFormula formula = Activations.formula(activation);
    assertThat(MathRenderer.render(formula.value())).isEqualTo(value);
    assertThat(MathRenderer.render(formula.slope().expression())).isEqualTo(slope);
    assertThat(formula.slope().inOutput()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SOFTMAX", "LOG_SOFTMAX"})
  void slopesAgreeWithDifferenceQuotients(Activation activation) {
    ActivationFormula formula = Activations.formula(activation);
    for (double z = -8.03; z < 8; z += 0.1) {
      double a = Evaluator.evaluate(formula.value(), Map.of("z", z));
      double slope = Evaluator.evaluate(formula.slope().expression(), Map.of("a", a, "z", z));
      assertThat(slope)
          .isCloseTo(NumericDerivative.of(formula.value(), "z", Map.of("z", z)), within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyActivationSaysWhatItIs(Activation activation) {
    ActivationFormula formula = Activations.formula(activation);
    assertThat(formula.symbol()).isNotBlank();
    assertThat(formula.source()).isNotBlank();
  }

  @Test
  void slopeOfTheRectifierAtItsKinkIsZero() {
    Slope slope = Activations.formula(Activation.RELU).slope();
    assertThat(Evaluator.evaluate(slope.expression(), Map.of("a", 0.0))).isZero();
  }
}
