package io.github.gradsmith.processor.formula.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Points;
import io.github.gradsmith.processor.formula.expr.Trusted;
import io.github.gradsmith.processor.formula.form.Simplifier;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import io.github.gradsmith.processor.formula.text.RandomFormulas;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What must hold for every formula, tried on many. */
class RandomFormulasTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final BigDecimal THIRTY_DIGITS = BigDecimal.ONE.movePointLeft(30);
  private static final int POINTS = 3;

  private static final List<Consumer<Expr>> LAWS =
      List.of(
          RandomFormulasTest::parsingUndoesPrinting,
          RandomFormulasTest::simplifyingKeepsTheValue,
          RandomFormulasTest::derivativesAgree);

  @Test
  void allKeepTheLaws() {
    check(Integer.getInteger("fuzz.formulas", 300), LAWS);
  }

  @Test
  void simplifyingTwiceChangesNothing() {
    check(200, List.of(RandomFormulasTest::simplifyingTwiceChangesNothing));
  }

  private static void check(int count, List<Consumer<Expr>> laws) {
    List<String> failures =
        RandomFormulas.stream(count)
            .parallel()
            .flatMap(formula -> laws.stream().flatMap(law -> broken(formula, law).stream()))
            .toList();
    assertThat(failures).isEmpty();
  }

  /**
   * How a formula breaks a law, if it does: also by an exception of any kind, or by taking long.
   */
  private static Optional<String> broken(RandomFormulas.Seeded formula, Consumer<Expr> law) {
    try {
      assertTimeoutPreemptively(LONGEST, () -> law.accept(formula.expr()));
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      return Optional.of(formula + " → " + e);
    }
  }

  private static void parsingUndoesPrinting(Expr formula) {
    String printed = FormulaPrinter.print(formula);
    Expr parsed = FormulaParser.parse(printed);
    assertThat(parsed).isEqualTo(formula);
    assertThat(FormulaPrinter.print(parsed)).isEqualTo(printed);
  }

  private static void simplifyingKeepsTheValue(Expr formula) {
    Expr simple = Simplifier.simplify(formula);
    for (Map<String, BigDecimal> point : points(formula)) {
      Trusted.value(formula, point)
          .ifPresent(value -> agrees(Trusted.value(simple, point), value, simple, point));
    }
  }

  private static void simplifyingTwiceChangesNothing(Expr formula) {
    Expr simple = Simplifier.simplify(formula);
    assertThat(FormulaPrinter.print(Simplifier.simplify(simple)))
        .isEqualTo(FormulaPrinter.print(simple));
  }

  /** The simplified derivative and the formula's difference quotient. */
  private static void derivativesAgree(Expr formula) {
    for (String variable : formula.variables()) {
      Expr derivative = Derivative.of(formula, variable);
      for (Map<String, BigDecimal> point : points(formula)) {
        Trusted.slope(formula, variable, point)
            .ifPresent(slope -> agrees(Trusted.value(derivative, point), slope, derivative, point));
      }
    }
  }

  private static void agrees(
      Optional<BigDecimal> actual, BigDecimal expected, Expr expr, Map<String, BigDecimal> point) {
    boolean agrees =
        actual.isPresent() && Trusted.differ(actual.get(), expected).compareTo(THIRTY_DIGITS) <= 0;
    assertThat(agrees)
        .as("%s at %s is %s, not %s", FormulaPrinter.print(expr), point, actual, expected)
        .isTrue();
  }

  private static List<Map<String, BigDecimal>> points(Expr formula) {
    Random random = new Random(formula.variables().size());
    List<Map<String, BigDecimal>> points = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      points.add(Points.exact(Map.of("x", near(random), "y", near(random), "z", near(random))));
    }
    return points;
  }

  private static double near(Random random) {
    return random.nextDouble(-2, 2);
  }
}
