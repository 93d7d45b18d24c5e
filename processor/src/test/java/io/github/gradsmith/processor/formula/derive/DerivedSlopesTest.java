package io.github.gradsmith.processor.formula.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Points;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import io.github.gradsmith.processor.model.Precision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every derivative the engine derives, held to a numerical one of the formula as written; and what
 * becomes of value and derivative in Java.
 */
@ParameterizedClass
@MethodSource("formulas")
@Tag("compiler")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DerivedSlopesTest {
  /** 1,000 in the long tests. */
  private static final int POINTS = Integer.getInteger("fuzz.points", 200);

  private static final BigDecimal RELATIVE = new BigDecimal("1e-20");
  private static final BigDecimal ABSOLUTE = new BigDecimal("1e-30");
  private static final EmittedSlopes EMITTED = new EmittedSlopes(formulas().toList());

  @Parameter DerivedFormula formula;

  private List<Sample> samples;

  @BeforeParameterizedClassInvocation
  void differentiateNumerically(DerivedFormula next) {
    samples = Sample.of(next, POINTS);
  }

  static Stream<DerivedFormula> formulas() {
    return DerivedFormula.all();
  }

  @Test
  void agreeToTwentyDigits() {
    assertThat(samples).hasSize(POINTS);
    formula
        .slopes()
        .forEach(
            (name, slope) ->
                assertThat(
                        samples.parallelStream()
                            .map(sample -> disagreement(slope, sample))
                            .flatMap(Optional::stream)
                            .findFirst())
                    .as("%s: %s", name, FormulaPrinter.print(slope))
                    .isEmpty());
  }

  /** What is wrong at a point, if anything is. */
  private Optional<String> disagreement(Expr slope, Sample sample) {
    BigDecimal expected = sample.slope();
    BigDecimal tolerance = expected.abs().multiply(RELATIVE).max(ABSOLUTE);
    String actual;
    try {
      BigDecimal value = formula.slopeAt(slope, Points.exact(sample.point()), Sample.DIGITS);
      if (value.subtract(expected).abs().compareTo(tolerance) <= 0) {
        return Optional.empty();
      }
      actual = value.toString();
    } catch (ArithmeticException e) {
      actual = e.getMessage();
    }
    return Optional.of("at " + sample.point() + " expected " + expected + " but got " + actual);
  }

  @Test
  void areAccurateInDouble() {
    double largest = largest(Double.MAX_VALUE);
    for (String name : formula.slopes().keySet()) {
      for (Sample sample : samples) {
        double expected = sample.slope().doubleValue();
        double slope = EMITTED.slope(formula, name, Precision.DOUBLE, sample.point());
        if (Double.isFinite(expected)) {
          assertThat(off(slope, sample.slope()))
              .as("%s: %s at %s, not %s", name, slope, sample.point(), expected)
              .isLessThanOrEqualTo(4e-15 * largest);
        }
      }
    }
  }

  @Test
  void areAccurateInFloat() {
    double ulp = Math.ulp((float) largest(Float.MAX_VALUE));
    Expr exact = formula.slopes().values().iterator().next();
    for (String name : formula.slopes().keySet()) {
      for (Sample sample : samples.subList(0, POINTS / 5)) {
        Map<String, Double> point = Points.rounded(sample.point());
        BigDecimal expected = formula.slopeAt(exact, Points.exact(point), 60);
        if (Math.abs(expected.doubleValue()) <= Float.MAX_VALUE) {
          double slope = EMITTED.slope(formula, name, Precision.FLOAT, point);
          assertThat(off(slope, expected))
              .as("%s: %s at %s, not %s", name, slope, point, expected.doubleValue())
              .isLessThanOrEqualTo(4 * ulp + formula.cancellation(point));
        }
      }
    }
  }

  private double largest(double limit) {
    return samples.stream()
        .mapToDouble(sample -> Math.abs(sample.slope().doubleValue()))
        .filter(slope -> slope <= limit)
        .max()
        .orElseThrow();
  }

  private static double off(double actual, BigDecimal expected) {
    return Double.isFinite(actual)
        ? new BigDecimal(actual).subtract(expected).abs().doubleValue()
        : Double.POSITIVE_INFINITY;
  }

  @Test
  void areFiniteWhereverTheTrueValueIs() {
    if (formula.variables().equals(Set.of("z"))) {
      assertThat(faults(Precision.DOUBLE, 700, Double.MAX_VALUE)).isEmpty();
      assertThat(faults(Precision.FLOAT, 80, Float.MAX_VALUE)).isEmpty();
    }
  }

  private List<String> faults(Precision precision, double range, double limit) {
    List<String> faults = new ArrayList<>();
    for (int i = -20; i <= 20; i++) {
      double z = (float) (range * i / 20);
      Map<String, BigDecimal> exact = Points.exact(Map.of("z", z));
      double value = EMITTED.value(formula, precision, Map.of("z", z));
      fault(formula.value(), exact, value, limit).ifPresent(faults::add);
      for (String name : formula.slopes().keySet()) {
        double slope = EMITTED.slope(formula, name, precision, Map.of("z", z));
        fault(formula.slopes().get(name), exact, slope, limit)
            .ifPresent(fault -> faults.add(precision + " slope " + name + ": " + fault));
      }
    }
    return faults;
  }

  /** Infinite or wide of the mark, where the true value is not. */
  private Optional<String> fault(
      Expr expr, Map<String, BigDecimal> point, double actual, double limit) {
    try {
      double expected = formula.slopeAt(expr, point, 60).doubleValue();
      boolean fine =
          Math.abs(expected) > 0.99 * limit
              || Math.abs(actual - expected) <= 1e-3 * (1 + Math.abs(expected));
      String where = "at " + point.get("z").doubleValue();
      return fine ? Optional.empty() : Optional.of(where + " " + actual + " for " + expected);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
