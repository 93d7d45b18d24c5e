package io.github.gradsmith.processor.plan.dense;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.planner.Models;
import org.junit.jupiter.api.Test;

class ScheduleRulesTest {
  /** Whole groups of at most 32,768 weights, at least one of them, and no more than there are. */
  @Test
  void blocksAreWholeGroupsOfRows() {
    LayerModel layer = Models.layer(1_025, 64);
    assertThat(ScheduleRules.blockRows(layer, 5)).isEqualTo(30);
    assertThat(ScheduleRules.blockRows(layer, 2)).isEqualTo(30);
    assertThat(ScheduleRules.blockRows(layer, 7)).isEqualTo(28);
    assertThat(ScheduleRules.blockRows(layer, 40)).isEqualTo(40);
    assertThat(ScheduleRules.blockRows(layer, 100)).isEqualTo(64);
  }

  /** Of 8,192 weights. */
  @Test
  void blocksOfRowsForInputsAreSmaller() {
    assertThat(ScheduleRules.sweptBlockRows(128, 5)).isEqualTo(60);
    assertThat(ScheduleRules.sweptBlockRows(128, 1)).isEqualTo(64);
    assertThat(ScheduleRules.sweptBlockRows(9_000, 4)).isEqualTo(4);
  }
}
