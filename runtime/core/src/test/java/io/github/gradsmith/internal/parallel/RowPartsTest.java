package io.github.gradsmith.internal.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How rows are shared out. */
class RowPartsTest {
  @Test
  void longRowsAreAPartEachAndShortOnesGoTogether() {
    RowParts parts = new RowParts(new int[] {5000, 1024, 784, 784, 30, 30, 2000, 30, 10});

    int[] starts = new int[parts.count() + 1];
    Arrays.setAll(starts, parts::start);
    assertThat(starts).containsExactly(0, 1, 2, 4, 7, 9);
  }

  @Test
  void allRowsCanBeOnePart() {
    RowParts parts = new RowParts(new int[] {2, 2, 1});

    assertThat(parts.count()).isEqualTo(1);
    assertThat(parts.start(1)).isEqualTo(3);
  }
}
