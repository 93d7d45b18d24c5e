package io.github.gradsmith.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DoubleMathTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void theReferenceKnowsE() {
    assertThat(BigMath.exp(1).toString())
        .startsWith("2.71828182845904523536028747135266249775724709369995");
    assertThat(BigMath.log(2).toString())
        .startsWith("0.69314718055994530941723212145817656807550013436025");
  }

  @Test
  void expIsWithinTwoUlp() {
    assertAccurate(DoubleMath::exp, BigMath::exp, uniform(-744, 709.7), 2);
    assertAccurate(DoubleMath::exp, BigMath::exp, uniform(-1, 1), 2);
  }

  @Test
  void logIsWithinTwoUlp() {
    assertAccurate(DoubleMath::log, BigMath::log, magnitudes(-300, 300), 2);
    assertAccurate(DoubleMath::log, BigMath::log, uniform(0.5, 2), 2);
  }

  @Test
  void sigmoidIsWithinFourUlp() {
    assertAccurate(DoubleMath::sigmoid, BigMath::sigmoid, uniform(-744, 50), 4);
    assertAccurate(DoubleMath::sigmoid, BigMath::sigmoid, uniform(-5, 5), 4);
  }

  @Test
  void tanhIsWithinFourUlp() {
    assertAccurate(DoubleMath::tanh, BigMath::tanh, uniform(-25, 25), 4);
    assertAccurate(DoubleMath::tanh, BigMath::tanh, magnitudes(-300, 1), 4);
  }

  @Test
  void limitsAreExact() {
    assertThat(DoubleMath.exp(INFINITY)).isEqualTo(INFINITY);
    assertThat(DoubleMath.exp(-INFINITY)).isEqualTo(0);
    assertThat(DoubleMath.sigmoid(INFINITY)).isEqualTo(1);
    assertThat(DoubleMath.sigmoid(-INFINITY)).isEqualTo(0);
    assertThat(DoubleMath.tanh(INFINITY)).isEqualTo(1);
    assertThat(DoubleMath.tanh(-INFINITY)).isEqualTo(-1);
    assertThat(DoubleMath.log(INFINITY)).isEqualTo(INFINITY);
    assertThat(DoubleMath.log(0)).isEqualTo(-INFINITY);
  }

  @Test
  void zerosKeepTheirSign() {
    assertThat(DoubleMath.sigmoid(-0.0)).isEqualTo(0.5);
    assertThat(Double.doubleToRawLongBits(DoubleMath.tanh(-0.0))).isEqualTo(Long.MIN_VALUE);
    assertThat(Double.doubleToRawLongBits(DoubleMath.tanh(0.0))).isZero();
  }

  @Test
  void nanStaysNan() {
    assertThat(DoubleMath.exp(Double.NaN)).isNaN();
    assertThat(DoubleMath.sigmoid(Double.NaN)).isNaN();
    assertThat(DoubleMath.tanh(Double.NaN)).isNaN();
    assertThat(DoubleMath.log(Double.NaN)).isNaN();
    assertThat(DoubleMath.log(-1)).isNaN();
  }

  @Test
  void sigmoidFarBelowZeroIsSubnormalAndNotZero() {
    assertThat(DoubleMath.sigmoid(-710)).isEqualTo(StrictMath.exp(-710)).isBetween(4e-309, 5e-309);
  }

  private static void assertAccurate(
      DoubleUnaryOperator function,
      DoubleFunction<BigDecimal> truth,
      double[] samples,
      double ulps) {
    double worst = 0;
    double worstError = -1;
    for (double x : samples) {
      double error = ulpError(function.applyAsDouble(x), truth.apply(x));
      if (Double.compare(error, worstError) > 0) { // NaN is the worst and stays it
        worst = x;
        worstError = error;
      }
    }
    assertThat(worstError).as("error in ulp at %s", worst).isLessThanOrEqualTo(ulps);
  }

  private static double ulpError(double result, BigDecimal truth) {
    BigDecimal difference = new BigDecimal(result).subtract(truth).abs();
    return difference.doubleValue() / Math.ulp(truth.doubleValue());
  }

  private static double[] uniform(double low, double high) {
    return new Random(7).doubles(1000, low, high).toArray();
  }

  private static double[] magnitudes(int lowest, int highest) {
    return new Random(8).doubles(1000, lowest, highest).map(p -> Math.pow(10, p)).toArray();
  }
}
