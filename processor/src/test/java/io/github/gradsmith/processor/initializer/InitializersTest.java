package io.github.gradsmith.processor.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Initializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InitializersTest {
  /** Variances of the papers for 300 inputs and 100 outputs; a uniform one is limit² / 3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GLOROT_UNIFORM | 0.005 | ±√(6 / (300 + 100))",
        "GLOROT_NORMAL | 0.005 | √(2 / (300 + 100))",
        "HE_UNIFORM | 0.006666666666666667 | ±√(6 / 300)",
        "HE_NORMAL | 0.006666666666666667 | √(2 / 300)",
        "LECUN_NORMAL | 0.003333333333333333 | √(1 / 300)",
        "ZEROS | 0 | 0",
      })
  void haveTheVarianceOfTheirPaper(Initializer initializer, double variance, String formula) {
    Distribution distribution = Initializers.distribution(initializer, Initializer.ZEROS, 300, 100);
    assertThat(variance(distribution)).isCloseTo(variance, within(1e-15));
    assertThat(distribution.formula()).isEqualTo(formula);
  }

  private static double variance(Distribution distribution) {
    if (distribution instanceof Distribution.Uniform uniform) {
      return uniform.limit() * uniform.limit() / 3;
    }
    if (distribution instanceof Distribution.Normal normal) {
      return normal.deviation() * normal.deviation();
    }
    return 0;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void autoIsWhatTheActivationWants(Initializer wanted) {
    assertThat(Initializers.distribution(Initializer.AUTO, wanted, 7, 5))
        .isEqualTo(Initializers.distribution(wanted, Initializer.ZEROS, 7, 5));
  }

  @Test
  void hugeLayersDoNotOverflow() {
    Distribution distribution =
        Initializers.distribution(
            Initializer.GLOROT_NORMAL, Initializer.ZEROS, Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertThat(variance(distribution)).isPositive();
  }
}
