package io.github.gradsmith.processor.kernel.lowering.dense;

import io.github.gradsmith.processor.plan.LayerLoops;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.PlanCheck;

/** Step by step, in blocks of rows of weights. */
record StepLoops() implements LayerLoops {
  /** Every step reads a row of the value and gives a row of units. */
  @Override
  public void check(LayerPlan layer) {
    int units = layer.model().shape().last();
    int steps = layer.outputs() / units;
    PlanCheck.require(
        steps * units == layer.outputs()
            && steps * layer.weightInputs() == layer.inputs()
            && layer.weightOutputs() == units
            && !layer.isVectorized(),
        "%s steps of %s units are not %s",
        steps,
        units,
        layer);
  }

  @Override
  public String words() {
    return "step by step, blocks of " + StepDenseCode.ROWS + " rows";
  }
}
