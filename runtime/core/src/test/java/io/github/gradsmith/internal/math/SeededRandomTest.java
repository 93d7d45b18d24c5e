package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SeededRandomTest {
  /** The sequence that published implementations of SplitMix64 give for this seed. */
  @Test
  void yieldsTheKnownSequence() {
    SeededRandom random = new SeededRandom(1234567);
    String[] expected = {
      "6457827717110365317",
      "3203168211198807973",
      "9817491932198370423",
      "4593380528125082431",
      "16408922859458223821"
    };
    for (String value : expected) {
      assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo(value);
    }
  }

  @Test
  void doublesAreTheUpperBitsOfLongs() {
    SeededRandom random = new SeededRandom(1234567);
    assertThat(random.nextDouble()).isEqualTo(6457827717110365317L / 2048 * 0x1p-53);
    assertThat(random.nextDouble()).isEqualTo(3203168211198807973L / 2048 * 0x1p-53);
  }

  @Test
  void doublesAreUniform() {
    SeededRandom random = new SeededRandom(1);
    int[] counts = new int[10];
    for (int i = 0; i < 100_000; i++) {
      double value = random.nextDouble();
      assertThat(value).isGreaterThanOrEqualTo(0).isLessThan(1);
      counts[(int) (value * 10)]++;
    }
    // The standard deviation of each count is 95.
    assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 10_000) < 5 * 95);
  }

  /**
   * The bound 3 · 2²⁹ is 3/8 of 2³²: a plain remainder would favour the lowest third, a plain
   * multiply-shift the numbers that leave 0 or 1 when divided by 3, both three to two.
   */
  @Test
  void boundedIntsAreUnbiased() {
    SeededRandom random = new SeededRandom(2);
    int bound = 3 << 29;
    int[] thirds = new int[3];
    int[] remainders = new int[3];
    for (int i = 0; i < 90_000; i++) {
      int value = random.nextInt(bound);
      assertThat(value).isBetween(0, bound - 1);
      thirds[value >>> 29]++;
      remainders[value % 3]++;
    }
    assertThat(Arrays.stream(thirds)).allMatch(count -> Math.abs(count - 30_000) < 5 * 141);
    assertThat(Arrays.stream(remainders)).allMatch(count -> Math.abs(count - 30_000) < 5 * 141);
  }

  @Test
  void boundsAreReachedAndMustBePositive() {
    SeededRandom random = new SeededRandom(3);
    boolean[] seen = new boolean[5];
    for (int i = 0; i < 1000; i++) {
      seen[random.nextInt(5)] = true;
    }
    assertThat(seen).containsOnly(true);
    assertThat(random.nextInt(1)).isZero();
    assertThatThrownBy(() -> random.nextInt(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bound is 0, expected a positive number");
  }

  @Test
  void gaussiansHaveTheMomentsOfANormalDistribution() {
    SeededRandom random = new SeededRandom(4);
    int n = 200_000;
    double[] moments = new double[5];
    for (int i = 0; i < n; i++) {
      double value = random.nextGaussian();
      for (int k = 1; k <= 4; k++) {
        moments[k] += Math.pow(value, k) / n;
      }
    }
    // Five standard errors: √(1/n), √(2/n), √(15/n), √(96/n).
    assertThat(moments[1]).isCloseTo(0, Offset.offset(5 * Math.sqrt(1.0 / n)));
    assertThat(moments[2]).isCloseTo(1, Offset.offset(5 * Math.sqrt(2.0 / n)));
    assertThat(moments[3]).isCloseTo(0, Offset.offset(5 * Math.sqrt(15.0 / n)));
    assertThat(moments[4]).isCloseTo(3, Offset.offset(5 * Math.sqrt(96.0 / n)));
  }
}
