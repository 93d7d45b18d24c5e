package io.github.gradsmith.processor.formula.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.formula.text.FormulaParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class MathRendererTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(t - a)^2 / 2 | ½ (t − a)²",
        "(a - t) * a * (1 - a) | (a − t) a (1 − a)",
        "1 / (1 + exp(-z)) | 1 / (1 + e⁻ᶻ)",
        "1 / (1 + exp(-z3)) | 1 / (1 + exp(−z3))",
        "exp(z) / s | eᶻ / s",
        "exp(2 * z) | exp(2 z)",
        "1 - a3^2 | 1 − a3²",
        "-t * log(a) | −t log a",
        "log(a + 1) | log(a + 1)",
        "x^-3 | 1 / x³",
        "x / y / z | x / (y z)",
        "-x / 100 | −x / 100",
        "x / 3 / y | x / (3 y)",
        "(x + 1) / 3 | (x + 1) / 3",
        "x - (y - z) | x − (y − z)",
        "x^12 | x¹²",
        "x^y | xʸ",
        "x^y3 | x^y3",
        "x^(y + 1) | x^(y + 1)",
        "tanh(z)^2 | (tanh z)²",
        "x * 2 / 3 + 1/3 | (2 / 3) x + 1 / 3",
        "where(z > 0, z, 0) | max(z, 0)",
        "where(a > 0, 1, 0) | [a > 0]",
        "where(a >= 0, 1, x) | where(a ≥ 0, 1, x)",
      })
  void writesAsALectureDoes(String formula, String text) {
    assertThat(MathRenderer.render(FormulaParser.parse(formula))).isEqualTo(text);
  }
}
