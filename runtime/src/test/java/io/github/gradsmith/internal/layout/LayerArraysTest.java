package io.github.gradsmith.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayerArraysTest {
  @Test
  void copiesRowsAndThenBiases() {
    float[] flat = new float[8];
    LayerArrays.copyOut(new float[][] {{1, 2}, {3, 4}}, new float[] {5, 6}, flat, 1);
    assertThat(flat).containsExactly(0, 1, 2, 3, 4, 5, 6, 0);

    float[][] w = new float[2][2];
    float[] b = new float[2];
    LayerArrays.copyIn(flat, 1, w, b);
    assertThat(w).isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
    assertThat(b).containsExactly(5, 6);
  }

  @Test
  void copiesDoublesAlike() {
    double[] flat = new double[8];
    LayerArrays.copyOut(new double[][] {{1, 2}, {3, 4}}, new double[] {5, 6}, flat, 1);
    assertThat(flat).containsExactly(0, 1, 2, 3, 4, 5, 6, 0);

    double[][] w = new double[2][2];
    double[] b = new double[2];
    LayerArrays.copyIn(flat, 1, w, b);
    assertThat(w).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    assertThat(b).containsExactly(5, 6);
  }

  @Test
  void clearsAllNumbers() {
    float[][] w = {{1, 2}, {3, 4}};
    double[][] wide = {{1, 2}, {3, 4}};
    float[] b = {5};
    double[] wideB = {5};

    LayerArrays.clear(w, b);
    LayerArrays.clear(wide, wideB);

    assertThat(w).isDeepEqualTo(new float[2][2]);
    assertThat(wide).isDeepEqualTo(new double[2][2]);
    assertThat(b).containsExactly(0);
    assertThat(wideB).containsExactly(0);
  }
}
