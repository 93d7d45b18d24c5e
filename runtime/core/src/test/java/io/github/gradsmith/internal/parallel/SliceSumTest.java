package io.github.gradsmith.internal.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.internal.math.SeededRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of slices, against the tree of pairs written down once more. */
class SliceSumTest {
  private static final int ROW = 1;

  /** Longer than a block and not a multiple of it. */
  private static final int LENGTH = 2500;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 16, 17, 19})
  void addsPairsThenPairsOfPairsAndClearsTheOthers(int count) {
    float[][][] floats = new float[count + 1][3][LENGTH];
    double[][][] doubles = new double[count + 1][3][LENGTH];
    FloatSliceSum floatSum = new FloatSliceSum(floats);
    DoubleSliceSum doubleSum = new DoubleSliceSum(doubles);
    SeededRandom random = new SeededRandom(count);
    float[][] weighedFloats = new float[count][LENGTH];
    double[][] weighedDoubles = new double[count][LENGTH];
    for (int slice = 0; slice < count; slice++) {
      float weight = (float) random.nextDouble();
      floatSum.setWeight(slice, weight);
      doubleSum.setWeight(slice, weight);
      for (int i = 0; i < LENGTH; i++) {
        float value = (float) random.nextDouble() - 0.5f;
        floats[slice][ROW][i] = value;
        doubles[slice][ROW][i] = value / 3.0;
        weighedFloats[slice][i] = weight * value;
        weighedDoubles[slice][i] = weight * (value / 3.0);
      }
    }
    floats[count][ROW][7] = 5; // a slice that does not take part
    doubles[count][ROW][7] = 5;

    floatSum.add(ROW, count);
    doubleSum.add(ROW, count);

    for (int i = 0; i < LENGTH; i++) {
      assertThat(floats[0][ROW][i]).isEqualTo(tree(weighedFloats, i, 0, count));
      assertThat(doubles[0][ROW][i]).isEqualTo(tree(weighedDoubles, i, 0, count));
    }
    for (int slice = 1; slice < count; slice++) {
      assertThat(floats[slice][ROW]).containsOnly(0f);
      assertThat(doubles[slice][ROW]).containsOnly(0.0);
    }
    assertThat(floats[count][ROW][7]).isEqualTo(5);
    assertThat(doubles[count][ROW][7]).isEqualTo(5);
    floatSum.clear(ROW);
    doubleSum.clear(ROW);
    assertThat(floats[0][ROW]).containsOnly(0f);
    assertThat(doubles[0][ROW]).containsOnly(0.0);
    floatSum.clear();
    doubleSum.clear();
    assertThat(floats[count][ROW][7]).isZero();
    assertThat(doubles[count][ROW][7]).isZero();
  }

  /** Of slices from {@code from} on: the left half is the greatest power of 2 below all. */
  private static float tree(float[][] slices, int i, int from, int count) {
    if (count == 1) {
      return slices[from][i];
    }
    int left = Integer.highestOneBit(count - 1);
    return tree(slices, i, from, left) + tree(slices, i, from + left, count - left);
  }

  private static double tree(double[][] slices, int i, int from, int count) {
    if (count == 1) {
      return slices[from][i];
    }
    int left = Integer.highestOneBit(count - 1);
    return tree(slices, i, from, left) + tree(slices, i, from + left, count - left);
  }
}
