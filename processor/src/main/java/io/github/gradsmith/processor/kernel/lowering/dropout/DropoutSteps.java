package io.github.gradsmith.processor.kernel.lowering.dropout;

import io.github.gradsmith.processor.kernel.lowering.simple.SimpleSteps;
import io.github.gradsmith.processor.plan.LayerAccess;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;
import io.github.gradsmith.processor.plan.Step;
import io.github.gradsmith.processor.plan.Step.Access;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a layer whose masks depend on the number of steps so far.
 *
 * @param simple the same steps without masks
 */
record DropoutSteps(LayerSteps simple) implements LayerSteps {
  static LayerSteps of(LayerPlan layer, boolean trains) {
    SimpleSteps simple = new SimpleSteps(layer);
    return trains ? new DropoutSteps(simple) : simple;
  }

  @Override
  public Step sums(List<LayerPlan> before) {
    return masked(simple.sums(before));
  }

  @Override
  public List<Step> delta(LayerPlan before, boolean batched) {
    return simple.delta(before, batched).stream().map(DropoutSteps::masked).toList();
  }

  @Override
  public List<Step> errors(LayerPlan before, boolean batched, boolean adds) {
    return simple.errors(before, batched, adds).stream().map(DropoutSteps::masked).toList();
  }

  @Override
  public List<Step> accumulate(List<LayerPlan> before) {
    return simple.accumulate(before);
  }

  private static Step masked(Step step) {
    List<Access> reads = new ArrayList<>(step.reads());
    reads.add(new Access(LayerAccess.STEPS, 1, 1));
    return new Step(step.name(), reads, step.writes());
  }
}
