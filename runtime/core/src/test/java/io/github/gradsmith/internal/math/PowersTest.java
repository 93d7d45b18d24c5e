package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowersTest {
  @Test
  void smallPowersAreProducts() {
    assertThat(Powers.power(0.9, 0)).isEqualTo(1);
    assertThat(Powers.power(0.9, 1)).isEqualTo(0.9);
    assertThat(Powers.power(0.9, 2)).isEqualTo(0.9 * 0.9);
    assertThat(Powers.power(0.9, 3)).isEqualTo(0.9 * (0.9 * 0.9));
    assertThat(Powers.power(0.5, 10)).isEqualTo(1.0 / 1024);
    assertThat(Powers.power(0, 0)).isEqualTo(1);
    assertThat(Powers.power(0, 7)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.999999})
  void errorsAreBelowTheBound(double base) {
    for (int k : new int[] {1, 2, 3, 5, 7, 10, 100, 1023, 1024, 4095, 12345, 65535}) {
      BigDecimal exact = new BigDecimal(base).pow(k, new MathContext(40));
      double bound = k * exact.doubleValue() / 0x1p52 + Double.MIN_VALUE;
      assertThat(Powers.power(base, k))
          .as("%s to the %d", base, k)
          .isCloseTo(exact.doubleValue(), within(bound));
    }
  }

  @Test
  void powersOfManyStepsVanish() {
    assertThat(Powers.power(0.999, 0x1p53)).isZero();
    assertThat(Powers.power(0.9, 1e9)).isZero();
  }
}
