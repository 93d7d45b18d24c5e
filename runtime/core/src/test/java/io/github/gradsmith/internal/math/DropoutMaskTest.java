package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMaskTest {
  private static final int UNITS = 1_000_000;

  /** Places of {@link #UNITS} units, which differ in one thing or in several. */
  private enum Places {
    UNITS_OF_A_ROW,
    ROWS,
    LAYERS,
    STEPS,
    SEEDS,
    UNITS_AND_ROWS,
    ROWS_AND_STEPS;

    boolean isKept(int i, double share) {
      int low = i % 1000;
      int high = i / 1000;
      return switch (this) {
        case UNITS_OF_A_ROW -> kept(42, 7, 3, 2, i, share);
        case ROWS -> kept(42, 7, i, 2, 5, share);
        case LAYERS -> kept(42, 7, 3, i, 5, share);
        case STEPS -> kept(42, i, 3, 2, 5, share);
        case SEEDS -> kept(i, 7, 3, 2, 5, share);
        case UNITS_AND_ROWS -> kept(42, 7, high, 2, low, share);
        case ROWS_AND_STEPS -> kept(42, high, low, 2, 5, share);
      };
    }
  }

  private static boolean kept(long seed, double steps, int row, int layer, int unit, double share) {
    long key = DropoutMask.key(seed, steps, row, layer);
    return DropoutMask.apply(1f, key, unit, (int) Math.round(share * 0x1p31)) == 1;
  }

  static Stream<Places> places() {
    return Stream.of(Places.values());
  }

  @ParameterizedTest
  @MethodSource("places")
  void keepsTheShareOfUnits(Places places) {
    for (double share : new double[] {0.001, 0.5, 0.75}) {
      long kept = IntStream.range(0, UNITS).filter(i -> places.isKept(i, share)).count();
      assertThat((double) kept)
          .as("of %s", share)
          .isBetween(expected(share) - fiveSigma(share), expected(share) + fiveSigma(share));
    }
  }

  /** Of two neighbours both are kept as often as of two that know nothing of each other. */
  @ParameterizedTest
  @MethodSource("places")
  void neighboursKnowNothingOfEachOther(Places places) {
    for (int distance : new int[] {1, 2, 16, 256, 1000}) {
      double both = 0.5 * 0.5;
      long kept =
          IntStream.range(0, UNITS)
              .filter(i -> places.isKept(i, 0.5) && places.isKept(i + distance, 0.5))
              .count();
      // Pairs that share a unit add to the variance: 3/8 in place of 1/4 · 3/4.
      double sigmas = 5 * Math.sqrt(UNITS * 0.3125);
      assertThat((double) kept)
          .as("at distance %s", distance)
          .isBetween(UNITS * both - sigmas, UNITS * both + sigmas);
    }
  }

  private static double expected(double share) {
    return UNITS * share;
  }

  private static double fiveSigma(double share) {
    return 5 * Math.sqrt(UNITS * share * (1 - share));
  }

  @Test
  void keepsAllOrNoneIfTheShareIsThat() {
    for (int i = 0; i < UNITS; i++) {
      long key = DropoutMask.key(1, 2, i, 3);
      assertThat(DropoutMask.apply(1f, key, i, (int) Math.round(1 * 0x1p31))).isEqualTo(1);
      assertThat(DropoutMask.apply(1f, key, i, 0)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, -1.5, -0.0, Double.NaN, Double.POSITIVE_INFINITY})
  void aDroppedValueIsZeroWhateverItWas(double value) {
    int dropped = 0;
    for (int unit = 0; unit < 100; unit++) {
      long key = DropoutMask.key(3, 1, 4, 2);
      double of = DropoutMask.apply(value, key, unit, 1 << 30);
      float ofFloat = DropoutMask.apply((float) value, key, unit, 1 << 30);
      boolean isKept = DropoutMask.apply(1d, key, unit, 1 << 30) == 1;
      assertThat(Double.valueOf(of)).isEqualTo(Double.valueOf(isKept ? value : 0));
      assertThat(Double.valueOf(ofFloat)).isEqualTo(Double.valueOf(of));
      dropped += isKept ? 0 : 1;
    }
    assertThat(dropped).isBetween(20, 80);
  }
}
