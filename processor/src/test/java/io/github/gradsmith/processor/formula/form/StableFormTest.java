package io.github.gradsmith.processor.formula.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.NumericDerivative;
import io.github.gradsmith.processor.formula.expr.OperationCount;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StableFormTest {
  /** Finite, with a finite derivative, for |z| ≤ 700, though many overflow as they are written. */
  private static final List<String> FINITE =
      List.of(
          "1 / (1 + exp(-z))",
          "z / (1 + exp(-z))",
          "z * tanh(softplus(z))",
          "log(cosh(z))",
          "(exp(z) - exp(-z)) / (exp(z) + exp(-z))",
          "log(exp(z) + exp(-z))",
          "log(1 + exp(z))",
          "log(1 + exp(z) + exp(2 * z))",
          "log(3 + exp(-2 * z)) * z",
          "sqrt(1 + z^2)",
          "z / sqrt(1 + z^2)",
          "exp(-z^2)",
          "1 / (1 + exp(-z))^2",
          "exp(2 * z) / (1 + exp(2 * z))^2",
          "z * exp(z) / (exp(z) + 1)",
          "exp(z) / (exp(z) + exp(-z) + 1)",
          "sinh(z) / cosh(z)",
          "sinh(z) / (1 + cosh(z)) + z",
          "tanh(z)^3",
          "tanh(z) * exp(-z^2)",
          "z + tanh(z)",
          "z * tanh(z)",
          "exp(z^2) / (1 + exp(z^2))",
          "z^2 * exp(z) / (1 + exp(2 * z))",
          "sqrt(1 + exp(2 * z)) / exp(z) * sigmoid(z)",
          "z / sqrt(1 + exp(2 * z)) + log(cosh(z / 2))",
          "exp(-exp(-z))",
          "exp(z - exp(z))",
          "log(exp(z) + exp(-z^2) + 1)",
          "exp(z) / (exp(z) + exp(z^2 / 9) + 1)",
          "2^z / (1 + 2^z)",
          "where(z > 0, z, exp(z) - 1)",
          "z / 2 * (1 + erf(z / sqrt(2)))",
          "tanh(sqrt(2 / pi) * (z + 0.044715 * z^3))");

  static Stream<String> finite() {
    return FINITE.stream();
  }

  @ParameterizedTest
  @MethodSource("finite")
  void isFiniteWhereverTheValueIs(String formula) {
    Expr value = FormulaParser.parse(formula);
    Expr stable = StableForm.of(value);
    Expr slope = StableForm.of(Derivative.of(value, "z"));
    for (double z : new double[] {-700, -354.9, -80, -40, 0, 1e-300, 40, 80, 354.9, 700}) {
      assertThat(at(stable, z)).as("%s at %s", FormulaPrinter.print(stable), z).isFinite();
      assertThat(at(slope, z)).as("%s at %s", FormulaPrinter.print(slope), z).isFinite();
    }
  }

  /** Where nothing overflows, the formula as written is its own reference. */
  @ParameterizedTest
  @MethodSource("finite")
  void hasTheSameValue(String formula) {
    Expr value = FormulaParser.parse(formula);
    Expr stable = StableForm.of(value);
    Expr slope = StableForm.of(Derivative.of(value, "z"));
    for (double z = -7.03; z < 7; z += 0.1) {
      double expected = at(value, z);
      assertThat(at(stable, z))
          .as("%s at %s", FormulaPrinter.print(stable), z)
          .isCloseTo(expected, within(1e-13 * (1 + Math.abs(expected))));
      double numeric = NumericDerivative.of(stable, "z", Map.of("z", z));
      assertThat(at(slope, z))
          .as("%s at %s", FormulaPrinter.print(slope), z)
          .isCloseTo(numeric, within(1e-7 * (1 + Math.abs(numeric))));
    }
  }

  /** As the definitions of the functions on the right demand. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 / (1 + exp(-z)) | sigmoid(z)",
        "exp(z) / (1 + exp(z)) | sigmoid(z)",
        "1 / (1 + exp(z)) | sigmoid(-z)",
        "1 / (1 + exp(-z))^2 | sigmoid(z)^2",
        "(exp(z) - exp(-z)) / (exp(z) + exp(-z)) | tanh(z)",
        "log(1 + exp(z)) | softplus(z)",
        "log(cosh(z)) | softplus(2 * z) - z - log(2)",
        "exp(2 * z) / (1 + exp(2 * z))^2 | sigmoid(2 * z) * (1 - sigmoid(2 * z))",
        "exp(z) - 1 | expm1(z)",
        "log(1 + z^2) | log1p(z^2)",
        "(exp(z) + exp(-z)) / 2 | cosh(z)",
        "z^2 / (1 + z) | z^2 / (1 + z)",
        "cosh(1) * exp(z) | 1/2 * exp(z - 1) * (1 + exp(2))",
        "(t - a)^2 / 2 | 1/2 * (t - a)^2",
        "log(exp(z) + exp(2 * z) + 1) | 2 * max(z, 0) + log1p(exp(-abs(z)) + exp(-abs(z))^2)",
      })
  void choosesBoundedFunctions(String formula, String form) {
    assertThat(FormulaPrinter.print(StableForm.of(FormulaParser.parse(formula)))).isEqualTo(form);
  }

  /** Two sums of different exponentials cannot share one: the largest exponent is taken out. */
  @Test
  void keepsSmallDerivativesBesideLargeArguments() {
    Expr silu = FormulaParser.parse("z / (1 + exp(-z))");
    Expr slope = StableForm.of(Derivative.of(silu, "z"));
    double q = Math.exp(-40);
    assertThat(at(slope, -40) / (q - 40 * q)).isCloseTo(1, within(1e-15));
    assertThat(OperationCount.of(slope)).isLessThan(OperationCount.of(silu) + 12);
  }

  private static double at(Expr expr, double z) {
    return Evaluator.evaluate(expr, Map.of("z", z));
  }
}
