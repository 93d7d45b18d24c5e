package io.github.gradsmith.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterleavedPanelsTest {
  /** The picture of the class, the first number of each block. */
  @Test
  void packsTwoRowsOfFourBlocks() {
    double[][] w = new double[2][128];
    Arrays.setAll(w[0], i -> 100 + i / 32);
    Arrays.setAll(w[1], i -> 200 + i / 32);
    double[][] packed = new double[1][256];

    InterleavedPanels.pack(w, packed, 2, 128);

    assertThat(IntStream.range(0, 8).mapToDouble(block -> packed[0][32 * block]).toArray())
        .containsExactly(100, 201, 102, 203, 101, 202, 103, 200);
    assertThat(IntStream.range(0, 8).mapToDouble(block -> packed[0][32 * block + 31]).toArray())
        .containsExactly(100, 201, 102, 203, 101, 202, 103, 200);
  }

  /** The same loop over packed weights as generated code has gives the sums of all rows. */
  @Test
  void sumsOfPackedRowsAreThoseOfTheRows() {
    int[][] sizes = {{7, 250, 3, 288}, {3, 192, 3, 192}, {10, 1000, 4, 1024}, {5, 784, 5, 800}};
    for (int[] size : sizes) {
      assertSums(size[0], size[1], size[2], size[3]);
    }
  }

  private static void assertSums(int outputs, int inputs, int rows, int length) {
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
    InterleavedPanels.pack(w, packed, rows, length);
    InterleavedPanels.pack(wide, widePacked, rows, length);
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
        for (int k = 0; k < rows && l / 32 % rows == j % rows; k++) {
          double input = x[(l + k * 32) % length];
          found += packed[j / rows][k * length + l] * input;
          wideFound += widePacked[j / rows][k * length + l] * input;
        }
      }
      assertThat(found).isEqualTo(expected).isEqualTo(wideFound);
    }
  }
}
