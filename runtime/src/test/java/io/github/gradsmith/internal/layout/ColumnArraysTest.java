package io.github.gradsmith.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnArraysTest {
  @Test
  void aRowForEachInputIsFlatNeuronByNeuron() {
    float[] flat = new float[11];
    ColumnArrays.copyOut(new float[][] {{1, 3, 5}, {2, 4, 6}}, new float[] {7, 8, 9}, flat, 1);
    assertThat(flat).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0);

    float[][] w = new float[2][3];
    float[] b = new float[3];
    ColumnArrays.copyIn(flat, 1, w, b);
    assertThat(w).isDeepEqualTo(new float[][] {{1, 3, 5}, {2, 4, 6}});
    assertThat(b).containsExactly(7, 8, 9);
  }

  @Test
  void doublesAreCopiedAlike() {
    double[] flat = new double[11];
    ColumnArrays.copyOut(new double[][] {{1, 3, 5}, {2, 4, 6}}, new double[] {7, 8, 9}, flat, 1);
    assertThat(flat).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0);

    double[][] w = new double[2][3];
    double[] b = new double[3];
    ColumnArrays.copyIn(flat, 1, w, b);
    assertThat(w).isDeepEqualTo(new double[][] {{1, 3, 5}, {2, 4, 6}});
    assertThat(b).containsExactly(7, 8, 9);
  }
}
