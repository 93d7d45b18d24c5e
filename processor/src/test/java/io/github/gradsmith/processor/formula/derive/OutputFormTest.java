package io.github.gradsmith.processor.formula.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.NumericDerivative;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 / (1 + exp(-z)) | a * (1 - a)",
        "exp(z) / (1 + exp(z)) | a * (1 - a)",
        "1 / (1 + exp(-2 * z)) | 2 * a * (1 - a)",
        "tanh(z) | 1 - a^2",
        "z | 1",
        "3 * z + 1 | 3",
        "exp(z) | a",
        "exp(z) / (exp(z) + r) | a * (1 - a)",
        "where(z > 0, z, 0) | where(a > 0, 1, 0)",
        "where(z > 0, z, z / 100) | where(a > 0, 1, 1/100)",
        "(exp(z) - exp(-z)) / (exp(z) + exp(-z)) | 1 - a^2",
        "2 / (1 + exp(-2 * z)) - 1 | 1 - a^2",
        "3 * tanh(2 * z / 3) + 1 | 2/9 * (2 + a) * (4 - a)",
        "where(z > 0, z, exp(z) - 1) | where(a > 0, 1, 1 + a)",
        "where(z > 0, 2 * z, 3 * expm1(z)) | where(a > 0, 2, 3 + a)",
        "z / (1 + abs(z)) | (1 - abs(a))^2",
        "3 * z / (2 + abs(z)) | 1/6 * (3 - abs(a))^2",
        "softplus(z) | -expm1(-a)",
        "log(1 + exp(2 * z)) / 2 | -expm1(-2 * a)",
      })
  void isFoundWhereThereIsOne(String value, String slope) {
    Expr expr = FormulaParser.parse(value);
    Expr form = OutputForm.find(expr, "z", "a").orElseThrow();
    assertThat(FormulaPrinter.print(form)).isEqualTo(slope);
    agreesWithTheDerivative(expr, form);
  }

  private static void agreesWithTheDerivative(Expr value, Expr form) {
    for (double z = -3.03; z < 3; z += 0.1) {
      Map<String, Double> point = Map.of("z", z, "r", 1.7);
      double a = Evaluator.evaluate(value, point);
      assertThat(Evaluator.evaluate(form, Map.of("a", a)))
          .isCloseTo(NumericDerivative.of(value, "z", point), within(1e-8 * (1 + Math.abs(a))));
    }
  }

  /** The first is not monotonic; the others are solved by nothing the engine knows, or not by a. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "z^2",
        "z / (1 + exp(-z))",
        "z + tanh(z)",
        "where(z > 0, z, -z)",
        "where(z > 0, -z, 0)",
        "where(z > 1, z, 0)",
        "where(z > 0, 2 * z + 1, exp(z))",
        "where(z <= -3, 0, where(z >= 3, 1, z / 6 + 1/2))",
        "abs(z)",
        "z / 2 * (1 + erf(z / sqrt(2)))",
      })
  void isNotClaimedWhereThereIsNone(String value) {
    assertThat(OutputForm.find(FormulaParser.parse(value), "z", "a")).isEmpty();
  }
}
