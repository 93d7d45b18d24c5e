package io.github.gradsmith.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayerArraysTest {
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
