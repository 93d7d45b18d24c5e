package io.github.gradsmith.processor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every formula, tried on many. */
class RandomFormulasTest {
  static Stream<String> formulas() {
    return RandomFormulas.stream(400).map(FormulaPrinter::print);
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void printingAndParsingAreInverse(String formula) {
    Expr parsed = FormulaParser.parse(formula);
    assertThat(FormulaPrinter.print(parsed)).isEqualTo(formula);
    assertThat(FormulaParser.parse(FormulaPrinter.print(parsed))).isEqualTo(parsed);
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void simplifyingKeepsTheValue(String formula) {
    Expr expr = FormulaParser.parse(formula);
    Expr simple = Simplifier.simplify(expr);
    Random random = new Random(RandomFormulas.SEED);
    for (int i = 0; i < 20; i++) {
      Map<String, Double> point = point(random);
      double expected = Evaluator.evaluate(expr, point);
      if (Double.isFinite(expected) && isWellConditioned(expr, simple, point)) {
        assertThat(Evaluator.evaluate(simple, point))
            .as("%s at %s", FormulaPrinter.print(simple), point)
            .isCloseTo(expected, tolerance(expected));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void simplifyingTwiceChangesNothing(String formula) {
    Expr simple = Simplifier.simplify(FormulaParser.parse(formula));
    assertThat(FormulaPrinter.print(Simplifier.simplify(simple)))
        .isEqualTo(FormulaPrinter.print(simple));
  }

  private static Map<String, Double> point(Random random) {
    return Map.of(
        "x",
        random.nextDouble(-2, 2),
        "y",
        random.nextDouble(-2, 2),
        "z",
        random.nextDouble(-2, 2));
  }

  /** Whether a tiny change of the point changes both values only a little. */
  private static boolean isWellConditioned(Expr expr, Expr simple, Map<String, Double> point) {
    return changesLittle(expr, point) && changesLittle(simple, point);
  }

  private static boolean changesLittle(Expr expr, Map<String, Double> point) {
    double value = Evaluator.evaluate(expr, point);
    Map<String, Double> near =
        Map.of(
            "x", point.get("x") * (1 + 1e-12),
            "y", point.get("y") * (1 - 1e-12),
            "z", point.get("z") * (1 + 2e-12));
    return Math.abs(Evaluator.evaluate(expr, near) - value) <= 1e-8 * (1 + Math.abs(value));
  }

  private static org.assertj.core.data.Offset<Double> tolerance(double expected) {
    return org.assertj.core.data.Offset.offset(1e-7 * (1 + Math.abs(expected)));
  }
}
