package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against two passes over exact numbers. */
class StatisticsTest {
  private static final int ROWS = 500;
  private static final int COLUMNS = 9;

  /** Sums of squares less squares of sums would have no digit left of these. */
  @Test
  void keepsItsDigitsFarFromZero() {
    for (double offset : new double[] {0, 1, 1e6, -1e6, 1e9}) {
      double[][] rows = rows(offset, new Random(7));
      for (int column = 0; column <= 4; column++) {
        double[] mean = new double[4];
        double[] variance = new double[4];
        Statistics.adapt(rows, 3, 400, column, mean, variance);
        for (int j = 0; j < mean.length; j++) {
          double exactMean = mean(rows, 3, 400, column + j).doubleValue();
          double exactVariance = variance(rows, 3, 400, column + j);
          assertThat(mean[j]).isCloseTo(exactMean, within(1e-15 * (1 + Math.abs(offset))));
          double condition = 1 + Math.abs(offset); // the deviation is about 1 or more
          assertThat(variance[j])
              .isCloseTo(exactVariance, within(1e-15 * condition * exactVariance + 1e-13));
        }
      }
    }
  }

  @Test
  void floatsAreSummedUpInDouble() {
    double[][] rows = rows(1e6, new Random(8));
    float[][] floats = new float[ROWS][COLUMNS];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        floats[i][j] = (float) rows[i][j];
        rows[i][j] = floats[i][j];
      }
    }
    float[] mean = new float[COLUMNS];
    float[] variance = new float[COLUMNS];
    Statistics.adapt(floats, 0, ROWS, 0, mean, variance);
    for (int j = 0; j < COLUMNS; j++) {
      double exact = variance(rows, 0, ROWS, j);
      assertThat(mean[j]).isCloseTo(mean(rows, 0, ROWS, j).floatValue(), within(0.07f));
      assertThat((double) variance[j]).isCloseTo(exact, within(1e-6 * exact));
    }
  }

  @Test
  void oneRowHasNoVariance() {
    double[] mean = new double[2];
    double[] variance = {5, 5};
    Statistics.adapt(new double[][] {{3, -4}}, 0, 1, 0, mean, variance);
    assertThat(mean).containsExactly(3, -4);
    assertThat(variance).containsExactly(0, 0);
  }

  private static double[][] rows(double offset, Random random) {
    double[][] rows = new double[ROWS][COLUMNS];
    for (double[] row : rows) {
      for (int j = 0; j < COLUMNS; j++) {
        row[j] = offset + (j + 1) * random.nextGaussian();
      }
    }
    return rows;
  }

  private static BigDecimal mean(double[][] rows, int from, int to, int column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = from; i < to; i++) {
      sum = sum.add(new BigDecimal(rows[i][column]));
    }
    return sum.divide(BigDecimal.valueOf(to - from), MathContext.DECIMAL128);
  }

  private static double variance(double[][] rows, int from, int to, int column) {
    BigDecimal mean = mean(rows, from, to, column);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = from; i < to; i++) {
      sum = sum.add(new BigDecimal(rows[i][column]).subtract(mean).pow(2));
    }
    return sum.divide(BigDecimal.valueOf(to - from), MathContext.DECIMAL128).doubleValue();
  }
}
