package io.github.gradsmith.processor.planner;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.plan.BrokenPlanException;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Loops of kinds other than dense layers of a row refuse layers that they would not take whole. */
@Tag("fast")
class LoopsOfKindsTest {
  private static final LayerChoice NORM = new LayerChoice.LayerNorm(1e-5);

  private static LayerPlan plan(LayerChoice choice, Integer... input) {
    LayerModel layer =
        Layers.of(2, choice, List.of(new Value(Value.INPUT, Shape.of(input), false)));
    return Planner.plan(
            Models.network(Precision.FLOAT, false, true, Loss.HALF_SQUARED_ERROR, List.of(layer)))
        .first();
  }

  private static LayerChoice dense(int units, boolean bias) {
    return new LayerChoice.Dense(units, bias, LayerChoice.IDENTITY, Initializer.AUTO);
  }

  private static LayerChoice embedding(int units) {
    return new LayerChoice.Embedding(5, units, Initializer.AUTO);
  }

  private static void assertRefuses(LayerPlan loops, LayerPlan layer) {
    assertThatCode(() -> loops.loops().check(loops)).doesNotThrowAnyException();
    assertThatThrownBy(() -> loops.loops().check(layer)).isInstanceOf(BrokenPlanException.class);
  }

  @Test
  void normalRowsAreAllRowsOfTheValue() {
    assertRefuses(plan(NORM, 2, 3), plan(NORM, 2, 4));
    assertRefuses(plan(NORM, 2, 3), plan(NORM, 3, 2));
    assertRefuses(plan(NORM, 2, 3), plan(dense(3, true), 2, 3));
  }

  @Test
  void eachIndexBringsARow() {
    assertRefuses(plan(embedding(4), 3), plan(dense(4, true), 3));
    assertRefuses(plan(embedding(4), 3), plan(NORM, 3, 4));
  }

  @Test
  void eachStepReadsARow() {
    LayerPlan steps = plan(dense(4, true), 3, 5);
    assertThatCode(() -> steps.loops().check(plan(dense(4, false), 3, 5)))
        .doesNotThrowAnyException();
    assertRefuses(steps, plan(NORM, 3, 4));
    assertRefuses(steps, plan(embedding(4), 12));
  }
}
