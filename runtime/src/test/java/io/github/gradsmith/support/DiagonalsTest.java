package io.github.gradsmith.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiagonalsTest {
  /** The picture of the class: rows u and v in turn, blocks of a single input. */
  @Test
  void packsTwoRowsOfFourInputs() {
    double[][] w = {{10, 11, 12, 13}, {20, 21, 22, 23}};
    double[][] packed = new double[1][8];

    Diagonals.pack(w, packed, 2, 1, 4);

    assertThat(packed[0]).containsExactly(10, 21, 12, 23, 11, 22, 13, 20);
  }

  /** The same loop over packed weights as generated code has gives the sums of all rows. */
  @Test
  void sumsOfPackedRowsAreThoseOfTheRows() {
    int[][] sizes = {{7, 5, 3, 2, 12}, {3, 24, 3, 4, 24}, {10, 23, 4, 2, 24}, {1, 1, 3, 1, 3}};
    for (int[] size : sizes) {
      assertSums(size[0], size[1], size[2], size[3], size[4]);
    }
  }

  private static void assertSums(int outputs, int inputs, int rows, int block, int length) {
    float[][] w = new float[outputs][inputs];
    double[][] wide = new double[outputs][inputs];
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        wide[j][i] = w[j][i] = (j * 31 + i * 17) % 23 - 11;
      }
    }
    int groups = (outputs + rows - 1) / rows;
    float[][] packed = new float[groups][rows * length];
    double[][] widePacked = new double[groups][rows * length];
    Diagonals.pack(w, packed, rows, block, length);
    Diagonals.pack(wide, widePacked, rows, block, length);
    double[] x = new double[length];
    Arrays.setAll(x, i -> i < inputs ? i % 7 - 3 : 0);
    for (int j = 0; j < outputs; j++) {
      double expected = 0;
      for (int i = 0; i < inputs; i++) {
        expected += w[j][i] * x[i];
      }
      double found = 0;
      double wideFound = 0;
      for (int l = 0; l < length; l++) {
        for (int k = 0; k < rows && l / block % rows == j % rows; k++) {
          double input = x[(l + k * block) % length];
          found += packed[j / rows][k * length + l] * input;
          wideFound += widePacked[j / rows][k * length + l] * input;
        }
      }
      assertThat(found).isEqualTo(expected).isEqualTo(wideFound);
    }
  }
}
