package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumsTest {
  /** Powers of two: a missing or doubled entry shows, and each sum of floats is exact. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0, 4", "4, 8", "8, 20", "0, 24"})
  void addsEachEntryOfTheRangeOnce(int from, int to) {
    float[] floats = new float[24];
    double[] doubles = new double[24];
    for (int i = 0; i < 24; i++) {
      floats[i] = 1 << i;
      doubles[i] = 1 << i;
    }
    double expected = Arrays.stream(doubles, from, to).sum();
    assertThat(Sums.sum(floats, from, to)).isEqualTo((float) expected);
    assertThat(Sums.sum(doubles, from, to)).isEqualTo(expected);
  }
}
