package io.github.gradsmith.processor.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.formula.MathRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIGMOID | 1 / (1 + e⁻ᶻ) | a (1 − a)",
        "TANH | tanh z | 1 − a²",
        "RELU | max(z, 0) | [a > 0]",
        "IDENTITY | z | 1",
        "SOFTMAX | exp(z) / (exp(z) + r) | a (1 − a)",
      })
  void slopesAreInTheOutput(Activation activation, String value, String slope) {
    ActivationFormula formula = Activations.formula(activation);
    if (activation != Activation.SOFTMAX) {
      assertThat(MathRenderer.render(formula.value())).isEqualTo(value);
    }
    assertThat(MathRenderer.render(formula.slope().expression())).isEqualTo(slope);
    assertThat(formula.slope().inOutput()).isTrue();
  }

  @Test
  void softmaxOfAnotherNeuronFallsAsTheOwnRises() {
    Softmax softmax = (Softmax) Activations.formula(Activation.SOFTMAX);
    assertThat(MathRenderer.render(softmax.crossSlope())).isEqualTo("−a b");
  }
}
