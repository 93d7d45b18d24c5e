package io.github.gradsmith.processor.formula.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionTest {
  /** Values from Abramowitz and Stegun, table 7.1, and from the definitions. */
  @ParameterizedTest
  @CsvSource({
    "ERF, 0.5, 0.5204998778130465",
    "ERF, -1, -0.8427007929497149",
    "ERF, 1.9, 0.9927904292352575",
    "ERF, 2, 0.9953222650189527",
    "ERF, 3, 0.9999779095030014",
    "ERF, 100, 1",
    "ERF, NaN, NaN",
    "SIGMOID, 0, 0.5",
    "SIGMOID, -700, 9.859676543759770e-305",
    "SOFTPLUS, 1000, 1000",
    "SOFTPLUS, 0, 0.6931471805599453",
    "SOFTPLUS, -700, 9.859676543759770e-305",
  })
  void hasItsValue(Function function, double x, double value) {
    if (Double.isNaN(value)) {
      assertThat(function.evaluate(x)).isNaN();
    } else {
      assertThat(function.evaluate(x)).isCloseTo(value, within(4 * Math.ulp(value)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void derivativeAgreesWithADifferenceQuotient(Function function) {
    Expr value = Expr.call(function, Expr.variable("x"));
    Expr derivative = function.derivative(Expr.variable("x"));
    for (double x = 0.07; x < 5; x += 0.1) {
      double numeric = NumericDerivative.of(value, "x", Map.of("x", x));
      assertThat(Evaluator.evaluate(derivative, Map.of("x", x)))
          .as("x = %s", x)
          .isCloseTo(numeric, within(1e-8 * (1 + Math.abs(numeric))));
    }
  }
}
