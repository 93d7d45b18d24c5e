package io.github.gradsmith.internal.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where ranges are cut. */
class SlicesTest {
  @ParameterizedTest
  @CsvSource({"8, 0, 256", "8, 3, 10", "8, 5, 6", "1, 2, 100", "7, 11, 111", "3, 1, 2147483647"})
  void followOneAnotherAndAreAlmostAlike(int most, int from, int to) {
    Slices slices = new Slices(most);
    slices.cut(from, to);

    assertThat(slices.count()).isEqualTo(Math.min(most, to - from));
    assertThat(slices.total()).isEqualTo(to - from);
    assertThat(slices.start(0)).isEqualTo(from);
    assertThat(slices.start(slices.count())).isEqualTo(to);
    int least = (to - from) / slices.count();
    for (int slice = 0; slice < slices.count(); slice++) {
      assertThat(slices.size(slice)).isBetween(least, least + 1).isPositive();
    }
  }

  @Test
  void eachCutForgetsTheOneBefore() {
    Slices slices = new Slices(4);
    slices.cut(0, 100);
    slices.cut(7, 9);

    assertThat(slices.count()).isEqualTo(2);
    assertThat(slices.start(1)).isEqualTo(8);
  }
}
