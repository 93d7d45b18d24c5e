package io.github.gradsmith.processor.formula.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.NumericDerivative;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 0",
        "y | 0",
        "x | 1",
        "x^3 | 3 * x^2",
        "1 / x | -1 / x^2",
        "x * y + x | 1 + y",
        "exp(2 * x) | 2 * exp(2 * x)",
        "log(x) | 1 / x",
        "tanh(x) | 1 - tanh(x)^2",
        "where(x > 0, x, 0) | where(x > 0, 1, 0)",
        "exp(log(x^2)) | 2 * x",
        "x / (1 + x) | 1 / (1 + x)^2",
        "sigmoid(x) | sigmoid(x) * (1 - sigmoid(x))",
        "x * sigmoid(x) | (1 + x - x * sigmoid(x)) * sigmoid(x)",
        "softplus(x) | sigmoid(x)",
        "log(cosh(x)) | tanh(x)",
        "sinh(x) | cosh(x)",
        "abs(x) | sign(x)",
        "x / (1 + abs(x)) | 1 / (1 + abs(x))^2",
        "max(x, 0) | where(x > 0, 1, where(x < 0, 0, 1/2))",
        "sqrt(1 + x^2) | x / sqrt(1 + x^2)",
        "where(x <= -3, 0, where(x >= 3, 1, x / 6 + 1/2)) | where(x <= -3, 0, where(x >= 3, 0, 1/6))",
      })
  void comesOutSimplified(String formula, String derivative) {
    Expr derived = Derivative.of(FormulaParser.parse(formula), "x");
    assertThat(FormulaPrinter.print(derived)).isEqualTo(derivative);
  }

  @Test
  void atAKinkIsThatOfTheBranchTaken() {
    Expr strict = Derivative.of(FormulaParser.parse("where(x > 0, x, 0)"), "x");
    Expr inclusive = Derivative.of(FormulaParser.parse("where(x >= 0, x, 0)"), "x");
    assertThat(Evaluator.evaluate(strict, Map.of("x", 0.0))).isZero();
    assertThat(Evaluator.evaluate(inclusive, Map.of("x", 0.0))).isEqualTo(1);
  }

  @Test
  void atATieOfMaxAndMinIsHalfOfEachSide() {
    Expr derivative = Derivative.of(FormulaParser.parse("max(x, 3 * x) + min(x, 5 * x)"), "x");
    assertThat(Evaluator.evaluate(derivative, Map.of("x", 0.0))).isEqualTo(5);
    assertThat(Evaluator.evaluate(derivative, Map.of("x", 1.0))).isEqualTo(4);
    assertThat(Evaluator.evaluate(derivative, Map.of("x", -1.0))).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 / (1 + exp(-x))",
        "tanh(x)",
        "where(x > 0, x, 0)",
        "where(x > 0, x, exp(x) - 1)",
        "x / (1 + exp(-x))",
        "log(1 + exp(x))",
        "x * tanh(log(1 + exp(x)))",
        "exp(x) / (exp(x) + 3)",
        "(x^2 + 1)^1.5 / (2 + x^4)",
        "2^x * (x^2 + 1)^x",
        "exp(-x^2 / 2) * (x - 1 / (x^2 + 1))^3",
      })
  void agreesWithADifferenceQuotient(String formula) {
    Expr value = FormulaParser.parse(formula);
    Expr derivative = Derivative.of(value, "x");
    for (double x = -4.97; x < 5; x += 0.05) {
      double numeric = NumericDerivative.of(value, "x", Map.of("x", x));
      assertThat(Evaluator.evaluate(derivative, Map.of("x", x)))
          .as("x = %s", x)
          .isCloseTo(numeric, within(1e-8 * (1 + Math.abs(numeric))));
    }
  }
}
