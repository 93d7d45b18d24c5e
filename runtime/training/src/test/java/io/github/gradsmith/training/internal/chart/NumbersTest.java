package io.github.gradsmith.training.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void roundedHasFourDigits() {
    assertThat(Numbers.rounded(0.083174)).isEqualTo("0.08317");
    assertThat(Numbers.rounded(-12.5)).isEqualTo("−12.5");
    assertThat(Numbers.rounded(123456)).isEqualTo("123500");
    assertThat(Numbers.rounded(3.21e-5)).isEqualTo("3.21e−5");
    assertThat(Numbers.rounded(6.02214e23)).isEqualTo("6.022e23");
    assertThat(Numbers.rounded(0)).isEqualTo("0");
    assertThat(Numbers.rounded(Double.NaN)).isEqualTo("NaN");
    assertThat(Numbers.rounded(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }

  @Test
  void exactNumbersComeBack() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      assertThat(Double.parseDouble(Numbers.exact(value))).isEqualTo(Double.valueOf(value + 0.0));
      if (Double.isFinite(value)) {
        String rounded = Numbers.rounded(value).replace('−', '-');
        assertThat(Double.parseDouble(rounded)).isCloseTo(value, Percentage.withPercentage(0.0501));
        assertThat(rounded).hasSizeLessThan(12);
      }
    }
  }

  @Test
  void tenthsAreWrittenShort() {
    assertThat(Numbers.tenths(0)).isEqualTo("0");
    assertThat(Numbers.tenths(-7)).isEqualTo("-.7");
    assertThat(Numbers.tenths(123)).isEqualTo("12.3");
    assertThat(Numbers.tenths(-120)).isEqualTo("-12");
  }

  @Test
  void sharesArePercent() {
    assertThat(Numbers.percent(0.12345)).isEqualTo("12.3\u00a0%");
    assertThat(Numbers.percent(Double.NaN)).isEqualTo("–");
  }

  /** More signs than these would stand outside of a narrow image. */
  @Test
  void ticksOfPowersOfTenHaveAtMostFiveSigns() {
    assertThat(Numbers.tick(0.001)).isEqualTo("0.001");
    assertThat(Numbers.tick(1e-4)).isEqualTo("1e−4");
    assertThat(Numbers.rounded(1e-4)).isEqualTo("0.0001");
    for (int power = -12; power < 5; power++) {
      assertThat(Numbers.tick(Double.parseDouble("1e" + power))).hasSizeLessThanOrEqualTo(5);
    }
  }
}
