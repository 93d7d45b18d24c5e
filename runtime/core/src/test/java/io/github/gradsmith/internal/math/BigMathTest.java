package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;

/** The truth is true: it agrees with another library to seventy digits. */
class BigMathTest {
  private static final List<Double> POINTS =
      List.of(1e-30, -3e-17, 1e-9, 0.3, 0.7, 0.9999, -1.25, -5.9, 30.25, -60.0);

  private static final Apfloat ONE = new Apfloat(1, 130);

  private static final Map<UnaryOperator<BigFloat>, UnaryOperator<Apfloat>> ANY =
      Map.of(
          BigMath::exp, ApfloatMath::exp,
          BigMath::expm1, x -> ApfloatMath.exp(x).subtract(ONE),
          BigMath::sigmoid, x -> ONE.divide(ApfloatMath.exp(x.negate()).add(ONE)),
          BigMath::tanh, ApfloatMath::tanh,
          BigMath::sinh, ApfloatMath::sinh,
          BigMath::cosh, ApfloatMath::cosh,
          BigMath::sin, ApfloatMath::sin,
          BigMath::cos, ApfloatMath::cos,
          BigMath::atan, ApfloatMath::atan,
          BigMath::softplus, x -> ApfloatMath.log(ApfloatMath.exp(x).add(ONE)));

  @Test
  void agreesWithAnotherLibrary() {
    ANY.forEach((mine, other) -> POINTS.forEach(x -> assertAgreement(mine, other, x)));
  }

  @Test
  void agreesWithAnotherLibraryWhereNotAllNumbersAreAllowed() {
    for (double x : POINTS) {
      double positive = Math.abs(x);
      assertAgreement(BigMath::log, ApfloatMath::log, positive);
      assertAgreement(BigMath::log1p, y -> ApfloatMath.log(y.add(ONE)), positive);
      assertAgreement(
          y -> BigMath.pow(y, BigFloat.of(2.7)),
          y -> ApfloatMath.pow(y, exact(2.7)),
          Math.max(positive, 1e-9));
    }
    assertAgreement(BigMath::log1p, y -> ApfloatMath.log(y.add(ONE)), -0.99);
    for (double x : new double[] {1e-30, -1e-9, 0.3, -0.9, 1.0, 2.5, -5.9}) {
      assertAgreement(BigMath::erf, ApfloatMath::erf, x);
    }
  }

  @Test
  void reducesHugeAngles() {
    assertAgreement(BigMath::sin, ApfloatMath::sin, 1e22);
    assertAgreement(BigMath::cos, ApfloatMath::cos, -0x1.fp60);
  }

  private static Apfloat exact(double x) {
    return new Apfloat(new BigDecimal(x), 130);
  }

  private static void assertAgreement(
      UnaryOperator<BigFloat> mine, UnaryOperator<Apfloat> other, double x) {
    BigDecimal truth = new BigDecimal(other.apply(exact(x)).toString());
    BigDecimal value = mine.apply(BigFloat.of(x)).toBigDecimal();
    BigDecimal error = value.subtract(truth).abs().divide(truth.abs(), MathContext.DECIMAL32);
    assertThat(error).as("relative error at %s", x).isLessThan(new BigDecimal("1e-70"));
  }
}
