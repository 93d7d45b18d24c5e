package io.github.gradsmith.processor.check.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.formula.text.FormulaParser;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  private static final double UNIT = 0x1p-24;

  /** A guard that is far off is rounded, too, but not taken; one that is near may be. */
  @ParameterizedTest
  @CsvSource({
    "'max(z, -1e28)', 1, 1, 3e-7",
    "'min(1e28, z)', 1, 1, 3e-7",
    "'max(-1e28, z)', -2, -2, 6e-7",
    "'max(exp(z)^20, -exp(z)^40) / exp(z)^20', 40, 1, 1e-3",
    "'min(z, 1.00000001)', 1, 1, 3e-7",
  })
  void onlyASideThatMayBeTakenCounts(String formula, double z, double value, double most) {
    Map<String, double[]> point = Map.of("z", new double[] {z});
    Bounds bounds = Bounds.of(FormulaParser.parse(formula), point, UNIT);
    assertThat(bounds.values()[0]).isBetween(value - 1e-9, value + 1e-9);
    assertThat(bounds.errors()[0]).isPositive().isLessThan(most);
  }
}
