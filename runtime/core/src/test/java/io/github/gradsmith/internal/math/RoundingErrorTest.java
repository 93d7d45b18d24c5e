package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoundingErrorTest {
  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void ofSumIsExact() {
    for (int i = 0; i < 10_000; i++) {
      double a = number();
      double b = number();
      BigFloat lost = BigFloat.of(a).plus(BigFloat.of(b)).minus(BigFloat.of(a + b));
      assertThat(RoundingError.ofSum(a, b, a + b)).isEqualTo(lost.toDouble());
    }
  }

  @Test
  void ofProductIsExactToTwiceTheBits() {
    for (int i = 0; i < 10_000; i++) {
      double a = number();
      double b = number();
      BigFloat lost = BigFloat.of(a).times(BigFloat.of(b)).minus(BigFloat.of(a * b));
      double error = RoundingError.ofProduct(a, b, a * b) - lost.toDouble();
      assertThat(Math.abs(error)).isLessThanOrEqualTo(Math.abs(a * b) * 0x1p-104);
    }
  }

  private double number() {
    return Math.scalb(random.nextDouble(-2, 2), random.nextInt(-30, 30));
  }
}
