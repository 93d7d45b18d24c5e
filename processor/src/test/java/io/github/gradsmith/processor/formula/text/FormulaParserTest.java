package io.github.gradsmith.processor.formula.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3 | 7",
        "(1 + 2) * 3 | 9",
        "8 - 4 - 2 | 2",
        "8 / 4 / 2 | 1",
        "2 ^ 3 ^ 2 | 512",
        "-2 ^ 2 | -4",
        "(-2) ^ 2 | 4",
        "2 ^ -1 | 0.5",
        "- - 3 | 3",
        "2 * -3 | -6",
        ".5 + 0.25 | 0.75",
        "x * x + 1 | 10",
        "exp(0) + log(1) + tanh(0) | 1",
        "1e3 + 2.5E-1 + 1e+0 | 1001.25",
        "max(x, 2) + min(x, 2) | 5",
        "abs(-x) + sign(-x) | 2",
        "expm1(0) + log1p(0) + sin(0) + cos(0) + atan(0) + sinh(0) + cosh(0) + erf(0) | 2",
        "sqrt(x + 1) + sigmoid(0) + sign(softplus(x)) | 3.5",
        "pi - pi | 0",
        "where(x > 2, 1, 0) | 1",
        "where(x >= 3, 1, 0) | 1",
        "where(x < 3, 1, 0) | 0",
        "where(x <= 2, 1, 0) | 0",
        "where(x <= 3, 1, 0) | 1",
        "where(x > 3, 1, 0) | 0",
      })
  void readsWithTheUsualPrecedence(String formula, double value) {
    assertThat(Evaluator.evaluate(FormulaParser.parse(formula), Map.of("x", 3.0))).isEqualTo(value);
  }

  @Test
  void readsDecimalsExactly() {
    assertThat(FormulaParser.parse("0.1")).isEqualTo(Expr.number(Rational.of(1, 10)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | 0 | expected a number, a variable, a function or (, but the formula ends",
        "1 + | 3 | expected a number, a variable, a function or (, but the formula ends",
        "1 + * 2 | 4 | expected a number, a variable, a function or (, but found *",
        "(1 + 2 | 6 | expected ), but the formula ends",
        "1 2 | 2 | expected the end of the formula, but found 2",
        "x) | 1 | expected the end of the formula, but found )",
        "2 + foo(x) | 4 | unknown function foo; known are exp, expm1, log, log1p, sqrt, sin, cos,"
            + " atan, sinh, cosh, tanh, sigmoid, softplus, erf, abs, sign, max, min, where",
        "2 + tahn(x) | 4 | unknown function tahn, did you mean tanh?",
        "2 + Exp(x) | 4 | unknown function Exp, did you mean exp?",
        "1 + sin x | 8 | expected ( after sin, but found x",
        "exp(x, 1) | 5 | exp takes one argument",
        "exp() | 4 | exp takes one argument",
        "max(x) | 5 | max takes two arguments",
        "min(x, 1, 2) | 8 | min takes two arguments",
        "where(x > 1, 2, 3, 4) | 17 | where takes a condition and two values",
        "exp(2 y) | 6 | expected ), but found y",
        "1e5001 | 0 | number with an exponent beyond 5000",
        "1 + 1e3000 * 1e3000 * 1e3000 * x | 4 | numbers multiply to one beyond 1e±5000",
        "1e | 1 | expected the end of the formula, but found e",
        "where(x, 1, 2) | 7 | expected > >= < or <=, but found ,",
        "where(x > 1, 2) | 14 | where takes a condition and two values",
        "x / 0 | 4 | division by zero",
        "x / (1 - 1) | 4 | division by zero",
        "1 + 0^-1 | 4 | 0 to a power that is not a positive number",
        "1 + . | 4 | a number needs a digit",
        "x # y | 2 | expected the end of the formula, but found #",
      })
  void namesThePlaceOfAFault(String formula, int position, String message) {
    FormulaException fault =
        catchThrowableOfType(FormulaException.class, () -> FormulaParser.parse(formula));
    assertThat(fault).hasMessage(message);
    assertThat(fault.position()).isEqualTo(position);
  }

  @Test
  void refusesWhatWouldOverflowTheStack() {
    String formula = "(".repeat(900) + "x" + ")".repeat(900);
    FormulaException fault =
        catchThrowableOfType(FormulaException.class, () -> FormulaParser.parse(formula));
    assertThat(fault).hasMessage("nested deeper than 30 levels");
    assertThat(fault.position()).isEqualTo(30);
  }

  @Test
  void refusesWhatIsTooLong() {
    FormulaException fault =
        catchThrowableOfType(
            FormulaException.class, () -> FormulaParser.parse("x" + " + x".repeat(500)));
    assertThat(fault).hasMessage("longer than 2000 characters");
    assertThat(fault.position()).isEqualTo(2000);
  }

  @Test
  void namesThePlaceOfAVariableThatIsNotAllowed() {
    FormulaException fault =
        catchThrowableOfType(
            FormulaException.class, () -> FormulaParser.parse("a * t + pi * z", Set.of("a", "t")));
    assertThat(fault).hasMessage("unknown variable z; a and t are allowed");
    assertThat(fault.position()).isEqualTo(13);
    assertThat(FormulaParser.parse("z * pi", Set.of("z")).variables()).containsExactly("z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e-300 * x",
        "max(x, -1.797e308)",
        "x + 4.9e-324",
        "1e100 + x",
        "1e-300^2 + x",
        "1e-300 * 1e-300 * x",
        "x / 3e200",
        "x + 0.1234567890123456789012345678901234567890123456789012345678901234567890123456789",
        "1e38 * x + 1e-45",
      })
  void numbersOfAnySizeAreReadAndPrinted(String formula) {
    Expr parsed = FormulaParser.parse(formula);
    String printed = FormulaPrinter.print(parsed);
    assertThat(FormulaParser.parse(printed)).isEqualTo(parsed);
    assertThat(printed).hasSizeLessThan(formula.length() + 15);
  }

  @Test
  void aNumberMayHaveAsManyDigitsAsAFormulaHasRoomFor() {
    String digits = "123456789".repeat(200);
    assertThat(FormulaPrinter.print(FormulaParser.parse("x + " + digits))).contains(digits);
  }
}
