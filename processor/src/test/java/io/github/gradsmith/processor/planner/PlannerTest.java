package io.github.gradsmith.processor.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class PlannerTest {
  private static final NetworkPlan DIGITS = Planner.plan(Models.network(784, 30, 10));

  /** Widths are those after the input; 65,536 activations fit a tile. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 100", "30, 10, 100", "1200, 110, 100", "1200, 111, 95",
    "2000, 48, 60", "10000, 1914, 10", "10000, 3107, 10", "100000, 1, 10"
  })
  void tileShrinksWithTheWidths(int hidden, int outputs, int tile) {
    assertThat(Planner.plan(Models.network(3, hidden, outputs)).tile()).isEqualTo(tile);
  }

  @Test
  void everyTileIsWholePassesThatFit() {
    for (int width = 1; width <= 20_000; width++) {
      int tile = Planner.tile(width);
      assertThat(tile).as("tile for %d", width).isBetween(10, 100);
      assertThat(tile % 5).as("tile for %d", width).isZero();
      if (tile > 10) {
        assertThat(tile * width).as("activations for %d", width).isLessThanOrEqualTo(131_072);
      }
    }
  }

  @Test
  void layersFollowEachOtherInTheFlatArray() {
    NetworkPlan plan = Planner.plan(Models.network(784, 30, 12, 10));

    assertThat(plan.layers()).extracting(plan::offset).containsExactly(0, 785 * 30, 785 * 30 + 372);
    assertThat(plan.parameterCount()).isEqualTo(785 * 30 + 31 * 12 + 13 * 10);
  }

  @Test
  void refusesALayerOfAnother() {
    LayerPlan fourth = Planner.plan(Models.network(2, 3, 4, 5)).last();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DIGITS.offset(fourth))
        .withMessage("no layer 4");
  }

  @Test
  void layersKnowTheirSizes() {
    assertThat(DIGITS.first().inputs()).isEqualTo(784);
    assertThat(DIGITS.first().weights()).isEqualTo(23_520);
    assertThat(DIGITS.last().number()).isEqualTo(3);
    assertThat(DIGITS.last().parameters()).isEqualTo(310);
  }

  /** Layers, then buffers, then passes; packed rows fill up cache lines of 64 bytes. */
  @Test
  void printsATable() {
    assertThat(DIGITS.toString())
        .startsWith(
            "layer  inputs  outputs  parameters  loops\n"
                + "    2     784       30       23550  InterleavedPanel[rows=5, length=800,"
                + " unpacked=SplitAccumulators[terms=3, length=256, folds=4, tail=16]], PerSample[],"
                + " None[]\n"
                + "    3      30       10         310  RegisterBlocks[rows=10], PerSample[], None[]\n"
                + "w2[30][784] WEIGHT NEURONS\n"
                + "b2[30] BIAS ARRAY\n"
                + "p2[6][4012] SCRATCH PACKED\n")
        .contains(
            "a2[100][30] ACTIVATION TILE\n"
                + "d2[100][30] DELTA TILE\n"
                + "gw2[30][784] GRADIENT NEURONS\n"
                + "gb2[30] GRADIENT ARRAY\n"
                + "w3[10][30] WEIGHT NEURONS\n")
        .endsWith("\ntile 100 samples");
  }
}
