package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@link DoubleMath} stands for the truth: {@link DoubleMathTest} holds it against seventy digits,
 * 4 ulp of a double are 2⁻²⁷ ulp of a float, and the two classes compute differently.
 */
class FloatMathTest {
  private static final double ROUNDED_ONCE = 0.51;

  /** So many bit patterns apart are a million floats of every exponent and either sign. */
  private static final int STRIDE = 4_294;

  @ParameterizedTest
  @EnumSource
  void isRoundedOnceAllOverTheFloats(ElementaryFunction f) {
    Accuracy.Worst worst =
        IntStream.rangeClosed(Integer.MIN_VALUE / STRIDE, Integer.MAX_VALUE / STRIDE)
            .parallel()
            .mapToObj(i -> Accuracy.ofFloat(f, Float.intBitsToFloat(i * STRIDE)))
            .reduce(Accuracy.Worst::of)
            .orElseThrow();
    assertThat(worst.ulps()).as("error in ulp at %s", worst.x()).isLessThan(f.floatUlps());
  }

  @Test
  void powIsRoundedOnce() {
    for (int i = 1; i <= 100_000; i++) {
      float x = i * 1e-3f;
      float y = 5 - i * 1.1e-4f;
      double truth = DoubleMath.pow(x, y);
      assertThat(Accuracy.ulps(FloatMath.pow(x, y), truth)).isLessThan(ROUNDED_ONCE);
    }
  }
}
