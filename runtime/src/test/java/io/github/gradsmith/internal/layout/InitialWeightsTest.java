package io.github.gradsmith.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.internal.math.SeededRandom;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {
  @Test
  void uniformIsDrawnRowByRow() {
    double[][] rows = new double[2][3];
    InitialWeights.uniform(rows, 0.25, new SeededRandom(5));
    SeededRandom random = new SeededRandom(5);
    for (double[] row : rows) {
      for (double value : row) {
        assertThat(value).isEqualTo(0.25 * (2 * random.nextDouble() - 1));
      }
    }
  }

  @Test
  void normalIsDrawnRowByRow() {
    double[][] rows = new double[2][3];
    InitialWeights.normal(rows, 0.25, new SeededRandom(5));
    SeededRandom random = new SeededRandom(5);
    for (double[] row : rows) {
      for (double value : row) {
        assertThat(value).isEqualTo(0.25 * random.nextGaussian());
      }
    }
  }

  @Test
  void floatsAreTheDoublesRounded() {
    double[][] doubles = new double[4][5];
    float[][] floats = new float[4][5];
    InitialWeights.uniform(doubles, 0.1, new SeededRandom(6));
    InitialWeights.uniform(floats, 0.1, new SeededRandom(6));
    assertThat(floats).isDeepEqualTo(rounded(doubles));
    InitialWeights.normal(doubles, 0.1, new SeededRandom(7));
    InitialWeights.normal(floats, 0.1, new SeededRandom(7));
    assertThat(floats).isDeepEqualTo(rounded(doubles));
  }

  /** Weights kept [in][out] get the numbers that the same weights kept [out][in] get. */
  @Test
  void columnsAreTheSameNumbersTransposed() {
    double[][] rows = new double[4][3];
    double[][] columns = new double[3][4];
    float[][] floats = new float[3][4];

    InitialWeights.uniform(rows, 0.1, new SeededRandom(6));
    InitialWeights.uniformColumns(columns, 0.1, new SeededRandom(6));
    InitialWeights.uniformColumns(floats, 0.1, new SeededRandom(6));
    assertThat(columns).isDeepEqualTo(transposed(rows));
    assertThat(floats).isDeepEqualTo(rounded(columns));

    InitialWeights.normal(rows, 0.1, new SeededRandom(7));
    InitialWeights.normalColumns(columns, 0.1, new SeededRandom(7));
    InitialWeights.normalColumns(floats, 0.1, new SeededRandom(7));
    assertThat(columns).isDeepEqualTo(transposed(rows));
    assertThat(floats).isDeepEqualTo(rounded(columns));
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  @Test
  void spreadIsAsAsked() {
    double[][] uniform = new double[100][100];
    InitialWeights.uniform(uniform, 0.5, new SeededRandom(8));
    assertThat(flat(uniform).max().orElseThrow()).isBetween(0.499, 0.5);
    assertThat(flat(uniform).min().orElseThrow()).isBetween(-0.5, -0.499);
    double[][] normal = new double[100][100];
    InitialWeights.normal(normal, 0.5, new SeededRandom(9));
    double variance = flat(normal).map(v -> v * v).average().orElseThrow();
    assertThat(variance).isCloseTo(0.25, Offset.offset(0.02));
  }

  private static DoubleStream flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream);
  }

  private static float[][] rounded(double[][] rows) {
    float[][] result = new float[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        result[i][j] = (float) rows[i][j];
      }
    }
    return result;
  }
}
