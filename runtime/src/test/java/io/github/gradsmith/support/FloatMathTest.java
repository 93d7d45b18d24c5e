package io.github.gradsmith.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * StrictMath's doubles are within 1 ulp, 2⁻⁵³ of the value: for floats they stand for the truth.
 */
class FloatMathTest {
  private static final double PROMISED_ULP = 0.51;

  /** So many bit patterns apart that 4,294,967,296 / STRIDE is about a hundred thousand. */
  private static final int STRIDE = 42_949;

  private interface FloatFunction {
    float at(float x);
  }

  @Test
  void expIsRoundedOnceAllOverTheFloats() {
    assertAccurate(FloatMath::exp, StrictMath::exp);
  }

  @Test
  void sigmoidIsRoundedOnceAllOverTheFloats() {
    assertAccurate(
        FloatMath::sigmoid,
        x -> x < 0 ? StrictMath.exp(x) / (1 + StrictMath.exp(x)) : 1 / (1 + StrictMath.exp(-x)));
  }

  @Test
  void tanhIsRoundedOnceAllOverTheFloats() {
    assertAccurate(FloatMath::tanh, StrictMath::tanh);
  }

  @Test
  void logIsRoundedOnceAllOverTheFloats() {
    assertAccurate(FloatMath::log, StrictMath::log);
  }

  @Test
  void limitsAreExact() {
    float infinity = Float.POSITIVE_INFINITY;
    assertThat(FloatMath.exp(infinity)).isEqualTo(infinity);
    assertThat(FloatMath.exp(-infinity)).isEqualTo(0f);
    assertThat(FloatMath.sigmoid(infinity)).isEqualTo(1f);
    assertThat(FloatMath.sigmoid(-infinity)).isEqualTo(0f);
    assertThat(FloatMath.tanh(infinity)).isEqualTo(1f);
    assertThat(FloatMath.tanh(-infinity)).isEqualTo(-1f);
    assertThat(FloatMath.log(infinity)).isEqualTo(infinity);
  }

  @Test
  void zerosAreExactAndKeepTheirSign() {
    assertThat(FloatMath.exp(0f)).isEqualTo(1f);
    assertThat(FloatMath.exp(-0f)).isEqualTo(1f);
    assertThat(FloatMath.sigmoid(-0f)).isEqualTo(0.5f);
    assertThat(Float.floatToRawIntBits(FloatMath.tanh(0f))).isZero();
    assertThat(Float.floatToRawIntBits(FloatMath.tanh(-0f))).isEqualTo(Integer.MIN_VALUE);
    assertThat(FloatMath.log(0f)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(FloatMath.log(-0f)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(Float.floatToRawIntBits(FloatMath.log(1f))).isZero();
  }

  @Test
  void nanStaysNan() {
    assertThat(FloatMath.exp(Float.NaN)).isNaN();
    assertThat(FloatMath.sigmoid(Float.NaN)).isNaN();
    assertThat(FloatMath.tanh(Float.NaN)).isNaN();
    assertThat(FloatMath.log(Float.NaN)).isNaN();
    assertThat(FloatMath.log(-1f)).isNaN();
    assertThat(FloatMath.log(Float.NEGATIVE_INFINITY)).isNaN();
  }

  @Test
  void resultsMayBeSubnormal() {
    assertThat(FloatMath.exp(-100f)).isEqualTo((float) StrictMath.exp(-100)).isNotZero();
    assertThat(FloatMath.sigmoid(-100f)).isEqualTo((float) StrictMath.exp(-100));
    assertThat(FloatMath.tanh(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
    assertThat(FloatMath.log(Float.MIN_VALUE)).isEqualTo(-103.27893f);
  }

  private static void assertAccurate(FloatFunction function, DoubleUnaryOperator truth) {
    float worst = 0;
    double worstError = -1;
    for (float x : (Iterable<Float>) samples()::iterator) {
      double error = ulpError(function.at(x), truth.applyAsDouble(x));
      if (Double.compare(error, worstError) > 0) { // NaN is the worst and stays it
        worst = x;
        worstError = error;
      }
    }
    assertThat(worstError).as("error in ulp at %s", worst).isLessThanOrEqualTo(PROMISED_ULP);
  }

  /** The whole range of bits, and densely where the results are neither 0 nor 1 nor ∞. */
  private static Stream<Float> samples() {
    IntStream patterns = IntStream.range(0, 100_000).map(i -> Integer.MIN_VALUE + i * STRIDE);
    IntStream dense = IntStream.rangeClosed(-110_000, 110_000);
    return Stream.concat(
        patterns.mapToObj(Float::intBitsToFloat), dense.mapToObj(i -> i * 1.00003e-3f));
  }

  private static double ulpError(float result, double truth) {
    float rounded = (float) truth;
    if (Float.compare(result, rounded) == 0) {
      return 0; // NaN, infinities, zeros, and what cannot be nearer
    }
    return Math.abs(result - truth) / Math.ulp(rounded);
  }
}
