package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DerivedSeedsTest {
  @Test
  void aDerivedSeedIsDrawnTwice() {
    long first = new SeededRandom(5).nextLong();
    assertThat(SeededRandom.derived(5, 7)).isEqualTo(new SeededRandom(first + 7).nextLong());
  }

  /** By chance 11 of 60,000 rows stand within 5 places of where another order has them. */
  @Test
  void ordersOfNeighbouringSeedsHaveNothingInCommon() {
    int[] order = order(SeededRandom.derived(1, 1));
    for (long seed : new long[] {SeededRandom.derived(2, 0), SeededRandom.derived(1, 2)}) {
      int[] places = new int[order.length];
      int[] other = order(seed);
      IntStream.range(0, other.length).forEach(i -> places[other[i]] = i);
      long near =
          IntStream.range(0, order.length).filter(i -> Math.abs(places[order[i]] - i) <= 5).count();
      assertThat(near).isLessThan(40);
    }
  }

  @Test
  void aRestartedGeneratorIsANewOne() {
    SeededRandom random = new SeededRandom(1);
    random.nextLong();
    random.restart(9);
    assertThat(random.nextLong()).isEqualTo(new SeededRandom(9).nextLong());
  }

  private static int[] order(long seed) {
    int[] order = new int[60_000];
    new SeededRandom(seed).shuffle(order);
    assertThat(IntStream.of(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, order.length).toArray());
    return order;
  }
}
