package io.github.gradsmith.processor.kernel.lowering.simple;

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
import java.util.function.Function;

/**
 * A kind without parameters that is a loop.
 *
 * @param loop of a layer
 */
public record SimpleLowering(Function<LayerModel, SimpleLoop> loop) implements LayerLowering {
  @Override
  public LayerLoops loops(LayerModel layer, NetworkModel network) {
    return new SimpleLoops(loop.apply(layer).words());
  }

  /** There is nothing to draw. */
  @Override
  public Distribution distribution(LayerModel layer, ActivationFormula activation) {
    return new Distribution.Zero();
  }

  @Override
  public LayerSteps steps(LayerPlan layer, boolean simd, boolean trains, int tile) {
    return new SimpleSteps(layer);
  }

  @Override
  public LayerCode code(LayerPlan layer, Names names, ElementType scalar) {
    return new SimpleCode(layer, loop.apply(layer.model()), names, scalar);
  }

  @Override
  public LayerFormulas formulas(LayerPlan layer) {
    return loop.apply(layer.model()).latex();
  }
}
