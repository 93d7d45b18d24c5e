package io.github.gradsmith.training.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void countsAreThoseOfExactArithmetic() {
    for (int seed = 0; seed < 100; seed++) {
      double[] values = new Random(seed).doubles(500, -3, 11).toArray();
      Histogram histogram = Histogram.of(values, 7);
      BigDecimal low = new BigDecimal(histogram.low());
      BigDecimal width =
          new BigDecimal(histogram.high())
              .subtract(low)
              .divide(BigDecimal.valueOf(7), MathContext.DECIMAL128);
      int[] expected = new int[7];
      for (double value : values) {
        BigDecimal bin = new BigDecimal(value).subtract(low).divide(width, MathContext.DECIMAL128);
        expected[Math.min(6, bin.intValue())]++;
      }
      assertThat(histogram.counts()).isEqualTo(expected);
    }
  }

  @Test
  void numbersThatAreNotFiniteAreLeftOut() {
    Histogram histogram =
        Histogram.of(new double[] {1, Double.NaN, 2, Double.NEGATIVE_INFINITY}, 4);
    assertThat(histogram.total()).isEqualTo(2);
    assertThat(Histogram.of(new double[] {Double.NaN}, 4).total()).isZero();
    assertThat(Histogram.of(new double[] {5, 5, 5}, 4).counts()).containsExactly(3);
    assertThat(Histogram.of(new double[] {-1.7e308, 1.7e308}, 2).counts()).containsExactly(1, 1);
  }
}
