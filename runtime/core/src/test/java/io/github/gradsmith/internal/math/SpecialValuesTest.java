package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Limits, zeros with their signs, the smallest numbers, and what is no number. */
class SpecialValuesTest {
  @ParameterizedTest
  @CsvSource({
    // at −∞, −0, 0, ∞
    "EXP, 0.0, 1, 1, Infinity",
    "EXPM1, -1, -0.0, 0.0, Infinity",
    "LOG, NaN, -Infinity, -Infinity, Infinity",
    "LOG1P, NaN, -0.0, 0.0, Infinity",
    "SIN, NaN, -0.0, 0.0, NaN",
    "COS, NaN, 1, 1, NaN",
    "ATAN, -1.5707963267948966, -0.0, 0.0, 1.5707963267948966",
    "SINH, -Infinity, -0.0, 0.0, Infinity",
    "COSH, Infinity, 1, 1, Infinity",
    "TANH, -1, -0.0, 0.0, 1",
    "SIGMOID, 0.0, 0.5, 0.5, 1",
    "SOFTPLUS, 0.0, 0.6931471805599453, 0.6931471805599453, Infinity",
    "ERF, -1, -0.0, 0.0, 1",
  })
  void limitsAndZeros(
      ElementaryFunction function,
      double atMinusInfinity,
      double atMinusZero,
      double atZero,
      double atInfinity) {
    assertValue(function, Double.NEGATIVE_INFINITY, atMinusInfinity);
    assertValue(function, -0.0, atMinusZero);
    assertValue(function, 0.0, atZero);
    assertValue(function, Double.POSITIVE_INFINITY, atInfinity);
  }

  @ParameterizedTest
  @EnumSource
  void nanStaysNan(ElementaryFunction function) {
    assertValue(function, Double.NaN, Double.NaN);
  }

  @ParameterizedTest
  @CsvSource({
    "EXP, 710, Infinity",
    "EXP, -746, 0.0",
    "EXP, 1e300, Infinity",
    "EXP, -1e300, 0.0",
    "EXPM1, 710, Infinity",
    "EXPM1, -60, -1",
    "EXPM1, -1e300, -1",
    "LOG, 1, 0.0",
    "LOG, -1, NaN",
    "LOG1P, -1, -Infinity",
    "LOG1P, -2, NaN",
    "SINH, 711, Infinity",
    "SINH, -711, -Infinity",
    "SINH, -1e300, -Infinity",
    "COSH, -711, Infinity",
    "COSH, 1e300, Infinity",
    "TANH, 30, 1",
    "TANH, -1e300, -1",
    "SIGMOID, 200, 1",
    "SIGMOID, -746, 0.0",
    "SIGMOID, -1e300, 0.0",
    "SOFTPLUS, 200, 200",
    "SOFTPLUS, -746, 0.0",
    "SOFTPLUS, 1e38, 1e38",
    "ERF, 7, 1",
    "ERF, -1e300, -1",
    "ATAN, -1e300, -1.5707963267948966",
  })
  void farAway(ElementaryFunction function, double x, double expected) {
    assertValue(function, x, expected);
  }

  /** f(x) = x + O(x²), or 2/√π x for the error function, which rounds to the same. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"EXPM1", "LOG1P", "SIN", "ATAN", "SINH", "TANH", "ERF"})
  void smallestNumbersAreKept(ElementaryFunction function) {
    for (int sign = -1; sign <= 1; sign += 2) {
      double x = sign * Double.MIN_VALUE;
      float y = sign * Float.MIN_VALUE;
      assertThat(function.ofDouble.applyAsDouble(x)).isEqualTo(x);
      assertThat(function.ofFloat.at(y)).isEqualTo(y);
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"SIN", "ATAN", "SINH", "TANH", "ERF"})
  void oddFunctionsAreOddToTheBit(ElementaryFunction function) {
    for (double x : Accuracy.stratified(0, Double.MAX_VALUE)) {
      assertThat(function.ofDouble.applyAsDouble(-x))
          .isEqualTo(-function.ofDouble.applyAsDouble(x));
    }
  }

  /** The special cases in the order of {@link Math#pow}, then usual ones. */
  @ParameterizedTest
  @CsvSource({
    "NaN, 0, 1",
    "NaN, -0.0, 1",
    "Infinity, 0, 1",
    "-0.0, -0.0, 1",
    "3, 1, 3",
    "-0.0, 1, -0.0",
    "NaN, 1, NaN",
    "1, NaN, NaN",
    "0, NaN, NaN",
    "NaN, Infinity, NaN",
    "-1.5, Infinity, Infinity",
    "0.25, -Infinity, Infinity",
    "0, -Infinity, Infinity",
    "1.5, -Infinity, 0",
    "0.25, Infinity, 0",
    "-0.0, Infinity, 0",
    "1, Infinity, NaN",
    "-1, -Infinity, NaN",
    "0, 1.5, 0",
    "Infinity, -0.5, 0",
    "0, -1.5, Infinity",
    "Infinity, 0.5, Infinity",
    "-0.0, 2, 0",
    "-0.0, 3.5, 0",
    "-Infinity, -2, 0",
    "-Infinity, -3.5, 0",
    "-0.0, 3, -0.0",
    "-Infinity, -3, -0.0",
    "-0.0, -2, Infinity",
    "-0.0, -3.5, Infinity",
    "-Infinity, 4, Infinity",
    "-Infinity, 3.5, Infinity",
    "-0.0, -3, -Infinity",
    "-Infinity, 5, -Infinity",
    "-8, 0.5, NaN",
    "-1, 1.5, NaN",
    "-2, 3, -8",
    "-2, 4, 16",
    "-1, 16777215, -1",
    "-1, 16777216, 1",
    "-1, -1e30, 1",
    "2, 0, 1",
    "4, -0.5, 0.5",
    "1, 1e30, 1",
    "2, 1e30, Infinity",
    "2, -1e30, 0",
    "-2, 2001, -Infinity",
    "-2, -2001, -0.0",
  })
  void powersAsMathDefinesThem(double x, double y, double expected) {
    assertThat(DoubleMath.pow(x, y)).as("double").isEqualTo(Double.valueOf(expected));
    assertThat(FloatMath.pow((float) x, (float) y))
        .as("float")
        .isEqualTo(Float.valueOf((float) expected));
  }

  @Test
  void largeExponentsAreOddUpTo53BitsAndThenEven() {
    assertThat(DoubleMath.pow(-1, 0x1p53 - 1)).isEqualTo(-1);
    assertThat(DoubleMath.pow(-1, 1 - 0x1p53)).isEqualTo(-1);
    assertThat(DoubleMath.pow(-1, 0x1p53)).isEqualTo(1);
    assertThat(DoubleMath.pow(-1, 0x1.8p51 + 0.5)).isNaN();
  }

  /** Boxed numbers compare as equal if both are NaN, and tell the zeros apart. */
  private static void assertValue(ElementaryFunction function, double x, double expected) {
    assertThat(function.ofDouble.applyAsDouble(x)).as("double").isEqualTo(Double.valueOf(expected));
    if (Math.abs(x) <= Float.MAX_VALUE || Double.isInfinite(x) || Double.isNaN(x)) {
      assertThat(function.ofFloat.at((float) x))
          .as("float")
          .isEqualTo(Float.valueOf((float) expected));
    }
  }
}
