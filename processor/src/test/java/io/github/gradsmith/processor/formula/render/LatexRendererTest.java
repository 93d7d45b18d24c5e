package io.github.gradsmith.processor.formula.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scilab.forge.jlatexmath.TeXFormula;

@Tag("fast")
class LatexRendererTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "(t - a)^2 / 2 | \\frac{1}{2} \\left(t - a\\right)^{2}",
        "(a - t) * a * (1 - a) | \\left(a - t\\right) a \\left(1 - a\\right)",
        "1 / (1 + exp(-z)) | \\frac{1}{1 + e^{-z}}",
        "z / (1 + exp(-z)) | \\frac{z}{1 + e^{-z}}",
        "x / (y + 1) / (z + 1) | \\frac{x}{\\left(y + 1\\right) \\left(z + 1\\right)}",
        "exp(z) / (1 + exp(z))^2 | \\frac{e^{z}}{\\left(1 + e^{z}\\right)^{2}}",
        "exp(z)^2 | \\left(e^{z}\\right)^{2}",
        "x^3^2 | x^{9}",
        "x^(y + 1) | x^{y + 1}",
        "(x^y)^z | \\left(x^{y}\\right)^{z}",
        "x^-3 | \\frac{1}{x^{3}}",
        "-1 / x | -\\frac{1}{x}",
        "-t * log(a) | -t \\log(a)",
        "log(a + 1) | \\log\\left(a + 1\\right)",
        "tanh(z)^2 | \\tanh^{2}(z)",
        "1 - tanh(z)^2 | 1 - \\tanh^{2}(z)",
        "x / 100 | \\frac{x}{100}",
        "x / 3 / y | \\frac{x}{3 y}",
        "1 / (2 * (x + 1)) | \\frac{1}{2 \\left(x + 1\\right)}",
        "x * 2 / 3 + 1/3 | \\frac{2}{3} x + \\frac{1}{3}",
        "1.0507009873554805 * z | 1.0507009873554805 z",
        "x - 1/3 | x - \\frac{1}{3}",
        "x - (y - z) | x - \\left(y - z\\right)",
        "x * -2 | -2 x",
        "-2 | -2",
        "where(z > 0, z, 0) | \\begin{cases} z & \\text{if } z > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
        "where(z <= 0, 0, where(z < 1, z, 1)) | \\begin{cases} 0 & \\text{if } z \\le 0 \\\\ z & \\text{if } z < 1"
            + " \\\\ 1 & \\text{otherwise} \\end{cases}",
        "2 * where(z >= 0, 1, 0) | 2 \\left(\\begin{cases} 1 & \\text{if } z \\ge 0 \\\\ 0 & \\text{otherwise}"
            + " \\end{cases}\\right)",
      })
  void writesFractions(String formula, String latex) {
    assertThat(LatexRenderer.FRACTIONS.render(FormulaParser.parse(formula))).isEqualTo(latex);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 / (1 + exp(-z)) | \\left(1 + e^{-z}\\right)^{-1}",
        "-exp(z) / (1 + exp(z))^2 | -e^{z} \\left(1 + e^{z}\\right)^{-2}",
        "x / 3 | \\frac{x}{3}",
      })
  void writesPowers(String formula, String latex) {
    assertThat(LatexRenderer.POWERS.render(FormulaParser.parse(formula))).isEqualTo(latex);
  }

  @Test
  void aProductWithinAProductStaysApart() {
    Expr x = Expr.variable("x");
    Expr y = Expr.power(Expr.variable("y"), -1);
    Expr first = new Expr.Product(List.of(Expr.ONE, y));
    Expr second = new Expr.Product(List.of(Expr.MINUS_ONE, x, y));
    assertThat(LatexRenderer.FRACTIONS.render(new Expr.Product(List.of(first, second))))
        .isEqualTo("\\frac{1}{y} \\cdot \\left(-\\frac{x}{y}\\right)");
    assertThat(LatexRenderer.FRACTIONS.render(new Expr.Product(List.of(second, first))))
        .isEqualTo("-\\frac{x}{y} \\cdot \\frac{1}{y}");
  }

  @Test
  void aDerivativeToBeTakenStandsApart() {
    Expr x = Expr.variable("x");
    Expr pending = Expr.variable("\\frac{d}{dz} e^{z}");
    assertThat(LatexRenderer.FRACTIONS.render(Expr.product(x, pending)))
        .isEqualTo("x \\cdot \\frac{d}{dz} e^{z}");
    assertThat(LatexRenderer.FRACTIONS.render(Expr.product(pending, x)))
        .isEqualTo("\\left(\\frac{d}{dz} e^{z}\\right) \\cdot x");
  }

  @Test
  void factorsBesideADotNeedBracketsOnlyIfTheyAreSums() {
    Expr sum = Expr.sum(Expr.variable("x"), Expr.ONE);
    Expr product = Expr.product(Expr.variable("x"), sum);
    assertThat(LatexRenderer.FRACTIONS.dotted(List.of(sum, product, Expr.MINUS_ONE)))
        .isEqualTo("\\left(x + 1\\right) \\cdot x \\left(x + 1\\right) \\cdot \\left(-1\\right)");
  }

  @Test
  void aSumWithinASumStaysInBrackets() {
    Expr inner = new Expr.Sum(List.of(Expr.ONE, Expr.variable("x")));
    assertThat(LatexRenderer.FRACTIONS.render(new Expr.Sum(List.of(inner, Expr.MINUS_ONE))))
        .isEqualTo("\\left(1 + x\\right) - 1");
  }

  @Test
  void aRaisedNameIsBracketedBeforeItIsRaisedAgain() {
    Expr square = Expr.power(Expr.variable("a_{1}^{(3)}"), 2);
    assertThat(LatexRenderer.FRACTIONS.render(square)).isEqualTo("\\left(a_{1}^{(3)}\\right)^{2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sqrt(z) ; \\sqrt{z}",
        "abs(z) ; \\left|z\\right|",
        "expm1(z) * 2 ; 2 \\left(e^{z} - 1\\right)",
        "log1p(-z) ; \\log\\left(1 - z\\right)",
        "sigmoid(z) ; \\sigma(z)",
        "erf(2 * z) ; \\mathop{\\mathrm{erf}}\\left(2 z\\right)",
        "atan(z)^2 ; \\arctan^{2}(z)",
        "abs(z)^2 ; \\left|z\\right|^{2}",
        "pi * z ; \\pi z",
        "max(z, -1) ; \\max\\left(z, -1\\right)",
        "min(z, 1)^2 ; \\min\\left(z, 1\\right)^{2}",
      })
  void writesFunctions(String formula, String latex) {
    assertThat(LatexRenderer.FRACTIONS.render(FormulaParser.parse(formula))).isEqualTo(latex);
  }

  @ParameterizedTest
  @EnumSource
  void everyFunctionHasAName(Function function) {
    for (LatexRenderer renderer : LatexRenderer.values()) {
      String one = renderer.render(Expr.call(function, Expr.variable("z")));
      Expr sum = Expr.call(function, Expr.sum(Expr.variable("z"), Expr.ONE));
      assertThat(one).contains("z");
      assertThat(new TeXFormula(one + renderer.render(Expr.power(sum, 2)))).isNotNull();
    }
  }
}
