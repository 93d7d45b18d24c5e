package io.github.gradsmith.processor.formula.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifierTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/3 + 1/6 | 1/2",
        "0.1 + 0.2 - 0.3 | 0",
        "x + x + y - 2 * x | y",
        "x * y / x | y",
        "x^2 * x^-3 | 1 / x",
        "a - a^2 | a * (1 - a)",
        "a - a*t - a^2 + a^2*t + (a - 1) * (a^2 - a) | (2 - a - t) * a * (1 - a)",
        "t^2 - 2*t*a + a^2 | (a - t)^2",
        "-(t - a) | a - t",
        "(1 - a^2) / (1 - a) | 1 + a",
        "exp(x) * exp(-x) | 1",
        "exp(x)^3 | exp(3 * x)",
        "exp(x) * exp(y) | exp(x + y)",
        "log(exp(x)) | x",
        "exp(log(x)) | x",
        "log(1 / x) | -log(x)",
        "log(x^3) | 3 * log(x)",
        "log(x^2) | log(x^2)",
        "log(exp(z) / s) | z - log(s)",
        "log(x / y) + log(y / x) | log(x / y) + log(y / x)",
        "exp(x) / (1 + exp(x)) | sigmoid(x)",
        "1 / (1 + exp(-x)) | sigmoid(x)",
        "(1 + tanh(x / 2)) / 2 | sigmoid(x)",
        "exp(-x) / (1 + exp(-x))^2 | sigmoid(x) * (1 - sigmoid(x))",
        "(exp(x) - exp(-x)) / (exp(x) + exp(-x)) | tanh(x)",
        "2 * sigmoid(2 * x) - 1 | tanh(x)",
        "sinh(x) / cosh(x) | tanh(x)",
        "1 - tanh(x)^2 - 1 / cosh(x)^2 | 0",
        "cosh(x)^2 - sinh(x)^2 | 1",
        "exp(x) - 1 - expm1(x) | 0",
        "exp(x) - 1 | expm1(x)",
        "log1p(exp(x)) | softplus(x)",
        "softplus(-x) + x | softplus(x)",
        "softplus(x) - x | softplus(-x)",
        "log(sigmoid(x)) | -softplus(-x)",
        "log(1 - sigmoid(x)) | -softplus(x)",
        "-t * log(sigmoid(x)) - (1 - t) * log(1 - sigmoid(x)) | softplus(x) - t * x",
        "log(cosh(x)) | softplus(2 * x) - x - log(2)",
        "log(exp(x) + exp(y)) - x | softplus(y - x)",
        "exp(softplus(x)) - exp(x) | 1",
        "log(sqrt(1 + x^2)) | 1/2 * log(1 + x^2)",
        "sqrt(1 + x^2)^2 | 1 + x^2",
        "(1 + x^2) / sqrt(1 + x^2) | sqrt(1 + x^2)",
        "sqrt(x^2) | abs(x)",
        "sqrt(1/2) + sqrt(8) | 5/2 * sqrt(2)",
        "sqrt(9/4) | 3/2",
        "sqrt(exp(2 * x)) | exp(x)",
        "x^1.5 / sqrt(x) | x",
        "2^x * 2^y / 2^(x + y) | 1",
        "exp(x / 2) * exp(x / 3) / exp(5 * x / 6) | 1",
        "log(1/4) + 2 * log(2) | 0",
        "abs(-2 * x)^2 | 4 * x^2",
        "x * sign(x) | abs(x)",
        "abs(x) * sign(x) | x",
        "1 + abs(x) - x * sign(x) | 1",
        "sign(x)^2 | sign(x)^2",
        "sign(x^2 + 1) | 1",
        "sin(-x) + sin(x) | 0",
        "cos(-x) - cos(x) | 0",
        "erf(-x) + erf(x) + atan(-x) + atan(x) | 0",
        "max(x, x + 1) | 1 + x",
        "min(2, 3) | 2",
        "tanh(-x) | -tanh(x)",
        "where(2 > 1, x, y) | x",
        "where(x >= x, x, y) | x",
        "where(x > y, z, z + 0) | z",
        "x / (y - y + 1) | x",
        "(x + y)^40 + 1 | (x + y)^40 + 1",
      })
  void findsTheNormalForm(String formula, String simple) {
    assertThat(simplified(formula)).isEqualTo(simple);
  }

  @Test
  void theOrderOfWritingDoesNotMatter() {
    assertThat(simplified("(1 - a) * (a - t) * a")).isEqualTo(simplified("a * (a - t) * (1 - a)"));
    assertThat(simplified("y * exp(x) + x")).isEqualTo(simplified("x + exp(x) * y"));
  }

  @Test
  void ends() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          simplified("((((x + y + 1)^9 + z)^9 + x)^9 + y)^9 / (x + 1)^9");
          simplified("1/(x+1) + 1/(x+2) + 1/(y+1) + 1/(y+2) + 1/(z+1) + 1/(z+x*y) + 1/(z+x^5+y^3)");
          simplified("exp(99999999 * x) + (1 + x)^64 * (1 - x)^64 - 123456789^64 * x^-64");
          simplified("(".repeat(28) + "x" + "^2 + 1)".repeat(28));
        });
  }

  @Test
  void leavesWhatIsUndefined() {
    assertThat(Evaluator.evaluate(simplify("1 / (x - x)"), java.util.Map.of("x", 1.0)))
        .isInfinite();
  }

  private static Expr simplify(String formula) {
    return Simplifier.simplify(FormulaParser.parse(formula));
  }

  private static String simplified(String formula) {
    return FormulaPrinter.print(simplify(formula));
  }
}
