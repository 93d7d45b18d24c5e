package io.github.gradsmith.processor.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The formulas and their derived slopes beside values that Python's {@code math} module gave for
 * the definitions in PyTorch's documentation, kinks at 0 and ±3 among them.
 */
class ActivationValuesTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/expected-activations.csv", numLinesToSkip = 1)
  void valueAndSlope(Activation activation, double z, double a, double slope) {
    ActivationFormula formula = Activations.formula(activation);

    double value = Evaluator.evaluate(formula.value(), Map.of("z", z));
    double derived = Evaluator.evaluate(formula.slope().expression(), Map.of("z", z, "a", value));

    assertThat(value).isCloseTo(a, within(4e-15 + 1e-15 * Math.abs(a)));
    assertThat(derived).isCloseTo(slope, within(4e-15));
  }
}
