package io.github.gradsmith.processor.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.NetworkPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class PanelRulesTest {
  /** Enough weights and inputs, and at most an eighth of what they take fills up the last panel. */
  @ParameterizedTest
  @CsvSource({
    "FLOAT, 32, 32, true", "FLOAT, 31, 32, false", "FLOAT, 784, 28, true",
    "FLOAT, 784, 27, false", "FLOAT, 784, 33, false", "FLOAT, 784, 225, true",
    "FLOAT, 784, 224, true", "FLOAT, 784, 10, false", "DOUBLE, 64, 16, true",
    "DOUBLE, 63, 16, false", "DOUBLE, 784, 14, true", "DOUBLE, 784, 13, false",
    "FLOAT, 24, 64, true", "FLOAT, 23, 4096, false", "DOUBLE, 23, 4096, false"
  })
  void ofTheFirstLayer(Precision precision, int inputs, int outputs, boolean panels) {
    NetworkPlan plan = Planner.plan(Models.vectorized(precision, inputs, outputs, 10));

    assertThat(plan.first().hasPanels()).isEqualTo(panels);
  }

  /** Deltas go back through a later layer, which is dearer in panels. */
  @ParameterizedTest
  @CsvSource({
    "32, 32, false",
    "64, 64, true",
    "63, 64, false",
    "128, 32, true",
    "24, 512, true",
    "23, 512, false"
  })
  void ofALaterLayer(int inputs, int outputs, boolean panels) {
    NetworkPlan plan = Planner.plan(Models.vectorized(Precision.FLOAT, 8, inputs, outputs));

    assertThat(plan.last().hasPanels()).isEqualTo(panels);
  }
}
