package io.github.gradsmith.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.internal.math.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Weights in panels, here of four neurons, the last panel filled up with zeros. */
class PanelArraysTest {
  private static final int INPUTS = 3;
  private static final int OUTPUTS = 6;

  /** Entry [j][i] is 10 j + i, and the bias of neuron j is 100 + j; all of it from place 1 on. */
  private static double[] flat() {
    double[] flat = new double[1 + OUTPUTS * INPUTS + OUTPUTS + 1];
    for (int j = 0; j < OUTPUTS; j++) {
      for (int i = 0; i < INPUTS; i++) {
        flat[1 + j * INPUTS + i] = 10 * j + i;
      }
      flat[1 + OUTPUTS * INPUTS + j] = 100 + j;
    }
    return flat;
  }

  private static final double[][] PANELS = {
    {0, 10, 20, 30, 1, 11, 21, 31, 2, 12, 22, 32}, {40, 50, 0, 0, 41, 51, 0, 0, 42, 52, 0, 0}
  };

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Test
  void theLastPanelIsFilledUp() {
    assertThat(PanelArrays.width(6, 4)).isEqualTo(8);
    assertThat(PanelArrays.width(8, 4)).isEqualTo(8);
    assertThat(PanelArrays.floats(3, 6, 4)).isDeepEqualTo(new float[2][12]);
    assertThat(PanelArrays.doubles(3, 9, 4)).isDeepEqualTo(new double[3][12]);
  }

  @Test
  void anInputHasItsWeightsToAllNeuronsOfAPanelSideBySide() {
    double[][] w = PanelArrays.doubles(INPUTS, OUTPUTS, 4);
    double[] b = new double[OUTPUTS];
    Arrays.fill(w[1], Double.NaN); // what a panel is filled up with becomes 0, whatever it was

    PanelArrays.copyIn(flat(), 1, w, b, INPUTS);

    assertThat(w).isDeepEqualTo(PANELS);
    assertThat(b).containsExactly(100, 101, 102, 103, 104, 105);
    double[] back = new double[flat().length];
    PanelArrays.copyOut(w, b, INPUTS, back, 1);
    assertThat(back).containsExactly(flat());
  }

  @Test
  void floatsAreCopiedAlike() {
    float[][] w = PanelArrays.floats(INPUTS, OUTPUTS, 4);
    float[] b = new float[OUTPUTS];

    PanelArrays.copyIn(floats(flat()), 1, w, b, INPUTS);

    for (int h = 0; h < PANELS.length; h++) {
      assertThat(w[h]).containsExactly(floats(PANELS[h]));
    }
    float[] back = new float[flat().length];
    PanelArrays.copyOut(w, b, INPUTS, back, 1);
    assertThat(back).containsExactly(floats(flat()));
  }

  /** More inputs than are copied at a time. */
  @Test
  void manyInputsAreCopiedAlike() {
    int inputs = 300;
    float[] flat = new float[OUTPUTS * inputs];
    double[] flatDoubles = new double[flat.length];
    for (int k = 0; k < flat.length; k++) {
      flat[k] = k;
      flatDoubles[k] = k;
    }
    float[][] w = PanelArrays.floats(inputs, OUTPUTS, 4);
    double[][] doubles = PanelArrays.doubles(inputs, OUTPUTS, 4);

    PanelArrays.copyIn(flat, 0, w, OUTPUTS, inputs);
    PanelArrays.copyIn(flatDoubles, 0, doubles, OUTPUTS, inputs);

    for (int j = 0; j < OUTPUTS; j++) {
      for (int i = 0; i < inputs; i++) {
        assertThat(w[j / 4][i * 4 + j % 4]).isEqualTo(j * inputs + i);
        assertThat(doubles[j / 4][i * 4 + j % 4]).isEqualTo(j * inputs + i);
      }
    }
    float[] back = new float[flat.length];
    double[] backDoubles = new double[flat.length];
    PanelArrays.copyOut(w, OUTPUTS, inputs, back, 0);
    PanelArrays.copyOut(doubles, OUTPUTS, inputs, backDoubles, 0);
    assertThat(back).containsExactly(flat);
    assertThat(backDoubles).containsExactly(flatDoubles);
  }

  /** The same numbers, neuron by neuron, that weights [out][in] get. */
  @Test
  void initialWeightsAreThoseOfRows() {
    double[][] rows = new double[OUTPUTS][INPUTS];
    double[][] panels = PanelArrays.doubles(INPUTS, OUTPUTS, 4);
    float[][] floats = PanelArrays.floats(INPUTS, OUTPUTS, 4);
    double[] expected = new double[OUTPUTS * INPUTS];
    double[] actual = new double[OUTPUTS * INPUTS];
    float[] inFloat = new float[OUTPUTS * INPUTS];
    for (boolean uniform : new boolean[] {true, false}) {
      if (uniform) {
        InitialWeights.uniform(rows, 0.1, new SeededRandom(6));
        InitialWeights.uniformPanels(panels, INPUTS, OUTPUTS, 0.1, new SeededRandom(6));
        InitialWeights.uniformPanels(floats, INPUTS, OUTPUTS, 0.1, new SeededRandom(6));
      } else {
        InitialWeights.normal(rows, 0.1, new SeededRandom(7));
        InitialWeights.normalPanels(panels, INPUTS, OUTPUTS, 0.1, new SeededRandom(7));
        InitialWeights.normalPanels(floats, INPUTS, OUTPUTS, 0.1, new SeededRandom(7));
      }

      for (int j = 0; j < OUTPUTS; j++) {
        System.arraycopy(rows[j], 0, expected, j * INPUTS, INPUTS);
      }
      PanelArrays.copyOut(panels, OUTPUTS, INPUTS, actual, 0);
      PanelArrays.copyOut(floats, OUTPUTS, INPUTS, inFloat, 0);

      assertThat(actual).containsExactly(expected);
      assertThat(inFloat).containsExactly(floats(expected));
    }
  }
}
