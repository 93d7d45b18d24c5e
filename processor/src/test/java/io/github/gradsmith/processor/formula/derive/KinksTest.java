package io.github.gradsmith.processor.formula.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.activation.Slope;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.StableForm;
import io.github.gradsmith.processor.formula.render.EmittedFormulas;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.model.Precision;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slopes where there are two: those of the contract, also in Java. */
@Tag("compiler")
class KinksTest {
  @ParameterizedTest
  @CsvSource({
    "RELU, 0, 0",
    "LEAKY_RELU, 0, 0.01",
    "ELU, 0, 1",
    "SELU, 0, 1.7580993408473768",
    "HARD_SIGMOID, -3, 0",
    "HARD_SIGMOID, 3, 0",
  })
  void ofActivationsAreThoseOfTheContract(Activation activation, double z, double slope) {
    Expr value = Activations.formula(activation).value();
    Slope chosen = Activations.formula(activation).slope();
    check(value, Derivative.of(value, "z"), z, slope);
    check(value, chosen.expression(), z, slope);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abs(z) | 0 | 0",
        "abs(z - 2) * z | 2 | 0",
        "sign(z) | 0 | 0",
        "max(z, 0) | 0 | 0.5",
        "max(0, z) | 0 | 0.5",
        "min(z, 0) | 0 | 0.5",
        "max(3 * z, z^2) | 3 | 4.5",
        "min(3 * z, z^2) | 3 | 4.5",
        "max(-1, min(1, z)) | 1 | 0.5",
        "max(-1, min(1, z)) | -1 | 0.5",
        "where(z > 0, z, 2 * z) | 0 | 2",
        "where(z >= 0, z, 2 * z) | 0 | 1",
        "where(z < 0, z, 2 * z) | 0 | 2",
        "where(z <= 0, z, 2 * z) | 0 | 1",
        "where(z >= 0, z, expm1(z)) | 0 | 1",
        "where(z > 1, z^2, 3 * z) | 1 | 3",
      })
  void ofFormulasAreThoseOfTheContract(String formula, double z, double slope) {
    Expr value = FormulaParser.parse(formula);
    check(value, Derivative.of(value, "z"), z, slope);
    OutputForm.find(value, "z", "a").ifPresent(inOutput -> check(value, inOutput, z, slope));
  }

  private static void check(Expr value, Expr slope, double z, double expected) {
    double a = Evaluator.evaluate(value, Map.of("z", z));
    Map<String, Double> point = Map.of("z", z, "a", a);
    assertThat(Evaluator.evaluate(slope, point)).isEqualTo(expected);
    EmittedFormulas emitted = new EmittedFormulas();
    int inFloat = emitted.add(StableForm.of(slope), Precision.FLOAT);
    int inDouble = emitted.add(StableForm.of(slope), Precision.DOUBLE);
    emitted.compile();
    assertThat(emitted.call(inDouble, point)).isEqualTo(expected);
    assertThat((float) emitted.call(inFloat, point)).isEqualTo((float) expected);
  }
}
