package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Every float there is, with those functions that {@link FloatMath} computes by itself. The truth
 * is a double, which {@link FloatMathTest} holds against seventy digits.
 */
@Tag("sweep")
class FloatSweepTest {
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SIN", "COS", "ATAN"})
  void isRoundedOnceAtEveryFloat(ElementaryFunction f) {
    Accuracy.Worst worst =
        IntStream.range(0, 1 << 16)
            .parallel()
            .mapToObj(high -> worstOfBlock(f, high << 16))
            .reduce(Accuracy.Worst::of)
            .orElseThrow();
    System.out.printf("%s: %s%n", f, worst);
    assertThat(worst.ulps()).as("error in ulp at %s", worst.x()).isLessThan(f.floatUlps());
  }

  private static Accuracy.Worst worstOfBlock(ElementaryFunction f, int firstPattern) {
    Accuracy.Worst worst = new Accuracy.Worst(Double.NaN, -1);
    for (int i = 0; i < 1 << 16; i++) {
      float x = Float.intBitsToFloat(firstPattern + i);
      float result = f.ofFloat.at(x);
      assertInRange(f, x, result);
      double ulps = Accuracy.ulps(result, f.ofDouble.applyAsDouble(x));
      if (!(ulps <= worst.ulps())) { // NaN is the worst
        worst = new Accuracy.Worst(x, ulps);
      }
    }
    return worst;
  }

  private static void assertInRange(ElementaryFunction f, float x, float result) {
    boolean outside =
        switch (f) {
          case SIGMOID -> result < 0 || result > 1;
          case TANH, ERF -> result < -1 || result > 1;
          case EXP, SOFTPLUS -> result < 0;
          default -> false;
        };
    if (outside) {
      fail("%s at %s is %s", f, x, result);
    }
  }
}
