package io.github.gradsmith.training.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
  @Test
  void fewNumbersAllStay() {
    assertThat(Thinning.indices(new double[] {3, 1, 2}, 5)).containsExactly(0, 1, 2);
    assertThat(Thinning.even(3, 5)).containsExactly(0, 1, 2);
    assertThat(Thinning.even(11, 3)).containsExactly(0, 5, 10);
    assertThat(Thinning.even(0, 3)).isEmpty();
  }

  /** No bucket is longer than this stretch, so that each such stretch keeps a peak like its own. */
  @Test
  void peaksAndGapsStay() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      double[] values = random.doubles(200 + random.nextInt(5_000)).toArray();
      int peak = random.nextInt(values.length);
      int valley = random.nextInt(values.length);
      values[peak] = 9;
      values[valley] = -9;
      int gap = random.nextInt(values.length);
      values[gap] = Double.NaN;
      int most = 5 + random.nextInt(150);

      int[] kept = Thinning.indices(values, most);

      assertThat(kept.length).isLessThanOrEqualTo(most);
      assertThat(kept).isSorted().doesNotHaveDuplicates().contains(0, values.length - 1, gap);
      double[] shown = IntStream.of(kept).mapToDouble(i -> values[i]).toArray();
      DoubleStream finite = Arrays.stream(values).filter(Double::isFinite);
      assertThat(Arrays.stream(shown).filter(Double::isFinite).max()).isEqualTo(finite.max());
      assertThat(Arrays.stream(shown).filter(Double::isFinite).min())
          .isEqualTo(Arrays.stream(values).filter(Double::isFinite).min());
    }
  }
}
