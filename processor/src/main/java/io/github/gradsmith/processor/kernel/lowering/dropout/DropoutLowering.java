package io.github.gradsmith.processor.kernel.lowering.dropout;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.initializer.Distribution;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.kernel.lowering.LayerLowering;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.LayerLoops;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;

/**
 * Units that are dropped while training.
 *
 * @param rate how probable that is for a unit
 */
public record DropoutLowering(double rate) implements LayerLowering {
  @Override
  public LayerLoops loops(LayerModel layer, NetworkModel network) {
    return new DropoutLoops();
  }

  /** There is nothing to draw. */
  @Override
  public Distribution distribution(LayerModel layer, ActivationFormula activation) {
    return new Distribution.Zero();
  }

  @Override
  public LayerSteps steps(LayerPlan layer, boolean simd, boolean trains, int tile) {
    return DropoutSteps.of(layer, trains);
  }

  @Override
  public LayerCode code(LayerPlan layer, Names names, ElementType scalar) {
    return new DropoutCode(layer, rate, names, scalar);
  }

  @Override
  public LayerFormulas formulas(LayerPlan layer) {
    throw new UnsupportedOperationException();
  }
}
