package io.github.gradsmith.processor.check.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledEvaluatorTest {
  private static double wide(String formula, double z) {
    return ScaledEvaluator.evaluate(FormulaParser.parse(formula), Map.of("z", z)).toDouble();
  }

  /** Identities, with parts that double cannot hold. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exp(z) / exp(z - 1) | 2.718281828459045",
        "log(exp(z)) | 5000",
        "log(exp(-z)) | -5000",
        "(-exp(z))^3 / exp(3 * z) | -1",
        "(-exp(z))^2 / exp(2 * z) | 1",
        "sqrt(exp(2 * z)) / exp(z) | 1",
        "2^z / 2^(z - 3) | 8",
        "2 * cosh(z) / exp(z) | 1",
        "2 * sinh(-z) / exp(z) | -1",
        "expm1(z) / exp(z) | 1",
        "log1p(exp(z)) | 5000",
        "softplus(z) | 5000",
        "softplus(-z) * exp(z) | 1",
        "sigmoid(-z) * exp(z) | 1",
        "max(exp(z), exp(2 * z)) / exp(2 * z) | 1",
        "min(exp(z), exp(2 * z)) / exp(z) | 1",
        "where(exp(2 * z) > exp(z), 3, 4) | 3",
        "abs(-exp(z)) / exp(z) | 1",
        "sign(-exp(z)) | -1",
        "tanh(exp(z)) | 1",
        "(exp(z) + 3 * exp(z)) / exp(z) | 4",
        "(1 + exp(z)) / exp(z) | 1",
        "exp(z) - exp(z) + 7 | 7",
        "exp(z) | Infinity",
        "-exp(z) | -Infinity",
        "exp(-z) | 0",
        "exp(exp(z)) | Infinity",
      })
  void goesBeyondDouble(String formula, double value) {
    assertThat(wide(formula, 5000)).isCloseTo(value, within(1e-11 * Math.max(1, Math.abs(value))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(-exp(z))^(1 / 2)", "log(-exp(z))"})
  void hasNoValueWhereThereIsNone(String formula) {
    assertThat(wide(formula, 5000)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "z^3 - 2 * z + pi",
        "exp(z) + expm1(z) + log(z + 5) + log1p(z + 5)",
        "sqrt(z + 5) + sin(z) + cos(z) + atan(z)",
        "sinh(z) + cosh(z) + tanh(z) + sigmoid(z) + softplus(z) + erf(z) + abs(z) + sign(z)",
        "max(z, 1) + min(z, -1) + where(z > 2, z, 1 / z)",
        "(z^2)^0.3 + 2^z",
      })
  void agreesWithDoubleWithinItsRange(String formula) {
    Expr expr = FormulaParser.parse(formula);
    for (double z : new double[] {-3.7, -1, -0.001, 1e-300, 0.4, 2, 3.9}) {
      double expected = Evaluator.evaluate(expr, Map.of("z", z));
      assertThat(wide(formula, z)).isCloseTo(expected, within(1e-13 * (1 + Math.abs(expected))));
    }
  }
}
