package io.github.gradsmith.processor.formula.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions by which the formulas are judged, held to a library's. */
class BigMathTest {
  private static final int DIGITS = 80;

  /** apfloat computes with twice the digits, for those that its own formulas cancel. */
  private static final int MORE = 2 * DIGITS;

  private final BigMath math = BigMath.of(DIGITS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.3",
        "1",
        "2.5",
        "3.14159",
        "7.75",
        "19.999",
        "49.4",
        "1e-9",
        "3.3e-25",
        "0.99999999",
        "1.0000000000000000000001",
        "0.7",
        "14.1371669411540695",
      })
  void agreesWithALibrary(String text) {
    for (String x : List.of(text, "-" + text)) {
      check(x, math::exp, ApfloatMath::exp);
      check(x, math::expm1, y -> ApfloatMath.exp(y).subtract(Apfloat.ONE));
      check(x, math::sin, ApfloatMath::sin);
      check(x, math::cos, ApfloatMath::cos);
      check(x, math::atan, ApfloatMath::atan);
      check(x, math::sinh, ApfloatMath::sinh);
      check(x, math::cosh, ApfloatMath::cosh);
      check(x, math::tanh, ApfloatMath::tanh);
      check(x, math::sigmoid, y -> inverse(Apfloat.ONE.add(ApfloatMath.exp(y.negate()))));
      check(x, math::softplus, y -> ApfloatMath.log(Apfloat.ONE.add(ApfloatMath.exp(y))));
      check(x, math::erf, ApfloatMath::erf);
    }
    check(text, math::log, ApfloatMath::log);
    check(text, math::log1p, y -> ApfloatMath.log(Apfloat.ONE.add(y)));
    check(text, math::sqrt, ApfloatMath::sqrt);
  }

  private static Apfloat inverse(Apfloat x) {
    return new Apfloat(1, MORE).divide(x);
  }

  private static void check(
      String x, UnaryOperator<BigDecimal> ours, UnaryOperator<Apfloat> library) {
    Apfloat expected = library.apply(new Apfloat(x, MORE));
    Apfloat actual = new Apfloat(ours.apply(new BigDecimal(x)).toString(), MORE);
    Apfloat difference = ApfloatMath.abs(actual.subtract(expected));
    Apfloat bound = ApfloatMath.abs(ApfloatMath.scale(expected, -DIGITS));
    assertThat(difference.compareTo(bound))
        .as("%s for %s, %s", actual, x, expected)
        .isNotPositive();
  }

  @Test
  void endsWhereNothingIsDefined() {
    assertThatThrownBy(() -> math.log(BigDecimal.ZERO)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> math.sqrt(BigDecimal.valueOf(-1)))
        .isInstanceOf(ArithmeticException.class);
    BigDecimal huge = new BigDecimal("1e30");
    assertThatThrownBy(() -> math.exp(huge)).isInstanceOf(ArithmeticException.class);
    assertThat(math.expm1(huge.negate())).isEqualByComparingTo(BigDecimal.ONE.negate());
    assertThat(math.sigmoid(huge.negate())).isZero();
    assertThat(math.softplus(huge)).isEqualByComparingTo(huge);
    assertThat(math.erf(huge)).isEqualTo(BigDecimal.ONE);
    assertThat(math.tanh(huge.negate())).isEqualByComparingTo(BigDecimal.ONE.negate());
  }
}
