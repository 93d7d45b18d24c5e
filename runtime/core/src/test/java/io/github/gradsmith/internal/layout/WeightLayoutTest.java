package io.github.gradsmith.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.internal.math.SeededRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightLayoutTest {
  private static final int OFFSET = 3;

  /** Where a layout keeps the weight from an input to an output. */
  private interface Place {
    double of(double[][] w, int output, int input);
  }

  private record Case(String name, int inputs, int outputs, WeightLayout layout, Place place) {
    @Override
    public String toString() {
      return name + " " + inputs + " to " + outputs;
    }
  }

  /** Of random sizes, some beyond what panels copy at a time. */
  private static Stream<Case> cases() {
    Random random = new Random(11);
    return Stream.generate(() -> new int[] {1 + random.nextInt(300), 1 + random.nextInt(40)})
        .limit(12)
        .flatMap(size -> cases(size[0], size[1], 4 * (1 + random.nextInt(4))));
  }

  private static Stream<Case> cases(int in, int out, int panel) {
    return Stream.of(
        new Case("rows", in, out, WeightLayout.rows(in, out), (w, j, i) -> w[j][i]),
        new Case("input-major", in, out, WeightLayout.inputMajor(in, out), (w, j, i) -> w[i][j]),
        new Case(
            "panels of " + panel,
            in,
            out,
            WeightLayout.panels(in, out, panel),
            (w, j, i) -> w[j / panel][i * panel + j % panel]));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void copiesInAndOut(Case one) {
    int weights = one.inputs * one.outputs;
    double[] flat = new double[OFFSET + weights + one.outputs + 1];
    Arrays.setAll(flat, k -> k);
    double[][] w = one.layout.doubles();
    double[] b = new double[one.outputs];
    fill(w, Double.NaN); // what fills up a panel becomes 0, whatever it was

    one.layout.copyIn(flat, OFFSET, w, b);

    for (int j = 0; j < one.outputs; j++) {
      for (int i = 0; i < one.inputs; i++) {
        assertThat(one.place.of(w, j, i)).isEqualTo(flat[OFFSET + j * one.inputs + i]);
      }
      assertThat(b[j]).isEqualTo(flat[OFFSET + weights + j]);
    }
    assertThat(sum(w)).isEqualTo(Arrays.stream(flat, OFFSET, OFFSET + weights).sum());
    double[] back = new double[flat.length];
    one.layout.copyOut(w, b, back, OFFSET);
    assertThat(Arrays.copyOfRange(back, OFFSET, OFFSET + weights + one.outputs))
        .containsExactly(Arrays.copyOfRange(flat, OFFSET, OFFSET + weights + one.outputs));
    assertThat(back[OFFSET - 1] + back[flat.length - 1]).isZero();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void floatsAreCopiedAlike(Case one) {
    int weights = one.inputs * one.outputs;
    float[] flat = new float[OFFSET + weights + one.outputs];
    for (int k = 0; k < flat.length; k++) {
      flat[k] = k;
    }
    float[][] w = one.layout.floats();
    float[] b = new float[one.outputs];
    one.layout.copyIn(flat, OFFSET, w, b);
    for (int j = 0; j < one.outputs; j++) {
      for (int i = 0; i < one.inputs; i++) {
        assertThat(one.place.of(doubles(w), j, i)).isEqualTo(OFFSET + j * one.inputs + i);
      }
    }
    float[] back = new float[flat.length];
    one.layout.copyOut(w, b, back, OFFSET);
    assertThat(Arrays.copyOfRange(back, OFFSET, flat.length))
        .containsExactly(Arrays.copyOfRange(flat, OFFSET, flat.length));
  }

  /** Neuron by neuron, in double, whatever the order and the precision are. */
  @ParameterizedTest
  @MethodSource("cases")
  void drawsTheSameNumbersInEveryOrder(Case one) {
    SeededRandom expected = new SeededRandom(5);
    double[][] w = one.layout.doubles();
    float[][] floats = one.layout.floats();
    one.layout.uniform(w, 0.25, new SeededRandom(5));
    one.layout.uniform(floats, 0.25, new SeededRandom(5));
    for (int j = 0; j < one.outputs; j++) {
      for (int i = 0; i < one.inputs; i++) {
        double value = 0.25 * (2 * expected.nextDouble() - 1);
        assertThat(one.place.of(w, j, i)).isEqualTo(value);
        assertThat(one.place.of(doubles(floats), j, i)).isEqualTo((float) value);
      }
    }
    expected = new SeededRandom(6);
    one.layout.normal(w, 0.25, new SeededRandom(6));
    one.layout.normal(floats, 0.25, new SeededRandom(6));
    for (int j = 0; j < one.outputs; j++) {
      for (int i = 0; i < one.inputs; i++) {
        double value = 0.25 * expected.nextGaussian();
        assertThat(one.place.of(w, j, i)).isEqualTo(value);
        assertThat(one.place.of(doubles(floats), j, i)).isEqualTo((float) value);
      }
    }
  }

  @Test
  void spreadIsAsAsked() {
    WeightLayout layout = WeightLayout.rows(100, 100);
    double[][] uniform = layout.doubles();
    layout.uniform(uniform, 0.5, new SeededRandom(8));
    assertThat(flat(uniform).max().orElseThrow()).isBetween(0.499, 0.5);
    assertThat(flat(uniform).min().orElseThrow()).isBetween(-0.5, -0.499);
    double[][] normal = layout.doubles();
    layout.normal(normal, 0.5, new SeededRandom(9));
    double variance = flat(normal).map(v -> v * v).average().orElseThrow();
    assertThat(variance).isCloseTo(0.25, Offset.offset(0.02));
  }

  @Test
  void theLastPanelIsFilledUp() {
    assertThat(PanelArrays.width(6, 4)).isEqualTo(8);
    assertThat(PanelArrays.width(8, 4)).isEqualTo(8);
    assertThat(WeightLayout.panels(3, 6, 4).floats()).isDeepEqualTo(new float[2][12]);
    assertThat(WeightLayout.panels(3, 9, 4).doubles()).isDeepEqualTo(new double[3][12]);
  }

  private static DoubleStream flat(double[][] w) {
    return Arrays.stream(w).flatMapToDouble(Arrays::stream);
  }

  private static double sum(double[][] w) {
    return flat(w).sum();
  }

  private static void fill(double[][] w, double value) {
    for (double[] row : w) {
      Arrays.fill(row, value);
    }
  }

  private static double[][] doubles(float[][] w) {
    double[][] result = new double[w.length][w[0].length];
    for (int k = 0; k < w.length; k++) {
      for (int i = 0; i < w[k].length; i++) {
        result[k][i] = w[k][i];
      }
    }
    return result;
  }
}
