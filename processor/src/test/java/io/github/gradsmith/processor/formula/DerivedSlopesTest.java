package io.github.gradsmith.processor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every derivative the engine derives, held to a numerical one of the formula as written. */
class DerivedSlopesTest {
  private static final int POINTS = 1000;
  private static final BigDecimal RELATIVE = new BigDecimal("1e-20");
  private static final BigDecimal ABSOLUTE = new BigDecimal("1e-30");

  static Stream<DerivedFormula> formulas() {
    return DerivedFormula.all();
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void agreeToTwentyDigits(DerivedFormula formula) {
    List<Sample> samples = Sample.of(formula, POINTS);
    assertThat(samples).hasSize(POINTS);
    formula
        .slopes()
        .forEach(
            (name, slope) ->
                assertThat(
                        samples.parallelStream()
                            .map(sample -> disagreement(formula, slope, sample))
                            .flatMap(Optional::stream)
                            .findFirst())
                    .as("%s: %s", name, FormulaPrinter.print(slope))
                    .isEmpty());
  }

  /** What is wrong at a point, if anything is. */
  private static Optional<String> disagreement(DerivedFormula formula, Expr slope, Sample sample) {
    BigDecimal expected = sample.slope();
    BigDecimal tolerance = expected.abs().multiply(RELATIVE).max(ABSOLUTE);
    String actual;
    try {
      BigDecimal value =
          formula.slopeAt(slope, Points.exact(sample.point()), BigNumericDerivative.DIGITS);
      if (value.subtract(expected).abs().compareTo(tolerance) <= 0) {
        return Optional.empty();
      }
      actual = value.toString();
    } catch (ArithmeticException e) {
      actual = e.getMessage();
    }
    return Optional.of("at " + sample.point() + " expected " + expected + " but got " + actual);
  }
}
