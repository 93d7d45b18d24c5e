package io.github.gradsmith.processor.formula.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.model.Precision;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class JavaRendererTest {
  private static final Map<String, CodeBlock> VARIABLES =
      Map.of(
          "a", CodeBlock.of("a3[i]"),
          "t", CodeBlock.of("t[i]"),
          "x", CodeBlock.of("x"),
          "y", CodeBlock.of("y"),
          "z", CodeBlock.of("z"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(a - t) * a * (1 - a) | (a3[i] - t[i]) * a3[i] * (1f - a3[i])",
        "(t - a)^2 / 2 | 0.5f * (t[i] - a3[i]) * (t[i] - a3[i])",
        "1 - a^2 | 1f - a3[i] * a3[i]",
        "-x | -x",
        "-x * y + 1 | -x * y + 1f",
        "y - (x - 1) | y - (x - 1f)",
        "y - (-x) | y + x",
        "1 / x | 1f / x",
        "x / (y * z) | x / (y * z)",
        "x / y^2 | x / (y * y)",
        "x / (y - 1) | x / (y - 1f)",
        "x / (1 - y^2) | x / (1f - y * y)",
        "x / y / (z + 1) | x / (y * (z + 1f))",
        "(x / y) * z | x * z / y",
        "x * (y + z)^3 | x * (y + z) * (y + z) * (y + z)",
        "exp(x + 1) * y | FloatMath.exp(x + 1f) * y",
        "log(x) + tanh(-y) | FloatMath.log(x) + FloatMath.tanh(-y)",
        "sigmoid(z) | FloatMath.sigmoid(z)",
        "where(z > 0, z, 0) | Math.max(z, 0f)",
        "where(x < y, x, y) | Math.min(x, y)",
        "where(x < y, y, x) | Math.max(x, y)",
        "where(z > 0, 1, 0) | z > 0f ? 1f : 0f",
        "x * where(z > 0, 1, 0) + 1 | x * (z > 0f ? 1f : 0f) + 1f",
        "where(z > 0, 1, where(z < -1, 2, 3)) | z > 0f ? 1f : z < -1f ? 2f : 3f",
        "sqrt(x) * softplus(y) | (float) Math.sqrt(x) * FloatMath.softplus(y)",
        "abs(x) + sign(y) | Math.abs(x) + Math.signum(y)",
        "max(x, y) * min(x, 0) | Math.max(x, y) * Math.min(x, 0f)",
        "erf(x) + expm1(x) + log1p(x) | FloatMath.erf(x) + FloatMath.expm1(x) + FloatMath.log1p(x)",
        "x^1.5 | FloatMath.pow(x, 1.5f)",
        "x / 3 | 0.33333334f * x",
      })
  void writesFloatExpressions(String formula, String java) {
    assertThat(render(formula, Precision.FLOAT)).isEqualTo(java);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(t - a)^2 / 2 | 0.5 * (t[i] - a3[i]) * (t[i] - a3[i])",
        "sigmoid(z) | DoubleMath.sigmoid(z)",
        "1 / x | 1.0 / x",
        "x^1.5 | DoubleMath.pow(x, 1.5)",
        "x / 3 | 0.3333333333333333 * x",
      })
  void writesDoubleExpressions(String formula, String java) {
    assertThat(render(formula, Precision.DOUBLE)).isEqualTo(java);
  }

  @Test
  void namesAVariableItDoesNotKnow() {
    assertThatThrownBy(() -> render("x + q", Precision.FLOAT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no Java expression for q");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1f, 0.1",
    "1, 1f, 1.0",
    "0, 0f, 0.0",
    "-2.5, -2.5f, -2.5",
    "1e-5, 0.00001f, 0.00001",
    "1e-8, 1e-8f, 1e-8",
    "2e23, 2e23f, 2e23",
    "3.4e38, 3.4e38f, 3.4e38",
    "1e300, Float.POSITIVE_INFINITY, 1e300",
    "123456789, 1.2345679e8f, 123456789.0",
    "4.9e-324, 0f, 5e-324",
  })
  void literalsAreTheShortestThatReadBack(double value, String asFloat, String asDouble) {
    assertThat(JavaRenderer.literal(value, Precision.FLOAT)).hasToString(asFloat);
    assertThat(JavaRenderer.literal(value, Precision.DOUBLE)).hasToString(asDouble);
  }

  private static String render(String formula, Precision precision) {
    return plain(JavaRenderer.render(FormulaParser.parse(formula), precision, VARIABLES));
  }

  private static String plain(CodeBlock block) {
    return CodeBlock.of("$L\n", block)
        .toString()
        .strip()
        .replaceAll("\\s+", " ")
        .replace("io.github.gradsmith.internal.math.", "")
        .replace("java.lang.", "");
  }
}
