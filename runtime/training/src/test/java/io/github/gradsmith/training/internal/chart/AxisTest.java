package io.github.gradsmith.training.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void ticksAreOneTwoOrFiveTimesAPowerOfTenApart() {
    assertThat(Axis.of(0.31, 0.94).ticks()).hasSize(5).first().isEqualTo(0.2);
    assertThat(Axis.linear(0, 10).ticks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    assertThat(Axis.linear(-3, 22).ticks()).containsExactly(-5.0, 0.0, 5.0, 10.0, 15.0, 20.0, 25.0);
  }

  @Test
  void numbersOfDifferentSizesGetPowersOfTen() {
    Axis axis = Axis.of(0.002, 3);
    assertThat(axis.isLogarithmic()).isTrue();
    assertThat(axis.ticks()).containsExactly(0.001, 0.01, 0.1, 1.0, 10.0);
    assertThat(axis.place(0.1)).isCloseTo(0.5, Offset.offset(1e-12));
    assertThat(Axis.of(0.002, 3, 0).isLogarithmic()).isFalse();
  }

  @Test
  void oneNumberAndNoNumberHaveAnAxis() {
    assertThat(Axis.of(3).low()).isLessThan(3);
    assertThat(Axis.of(3).high()).isGreaterThan(3);
    assertThat(Axis.of(Double.NaN)).isEqualTo(Axis.linear(0, 1));
    assertThat(Axis.counting(1, 1).place(1)).isEqualTo(0.5);
    assertThat(Axis.counting(1, 7).ticks()).startsWith(1.0).endsWith(7.0);
  }

  @Test
  void everyNumberIsBetweenTheEndsAndTicksAreEven() {
    Random random = new Random(1);
    for (int trial = 0; trial < 20_000; trial++) {
      double scale = StrictMath.pow(10, random.nextInt(600) - 300);
      double a = scale * random.nextGaussian();
      double b =
          random.nextInt(3) == 0
              ? a * (1 + 1e-9 * random.nextDouble())
              : scale * random.nextGaussian();
      Axis axis = Axis.of(a, b);
      assertThat(axis.place(a)).as("%s of %s, %s", a, a, b).isBetween(-1e-9, 1 + 1e-9);
      assertThat(axis.place(b)).as("%s of %s, %s", b, a, b).isBetween(-1e-9, 1 + 1e-9);
      List<Double> ticks = axis.ticks();
      assertThat(ticks.size()).as("ticks of %s, %s: %s", a, b, ticks).isBetween(2, 11);
      for (int i = 1; i < ticks.size(); i++) {
        assertThat(ticks.get(i)).isGreaterThan(ticks.get(i - 1));
      }
    }
  }
}
