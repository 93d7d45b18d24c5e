package io.github.gradsmith.processor.kernel.lowering.dense;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.initializer.Distribution;
import io.github.gradsmith.processor.initializer.Initializers;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.LayerMethods;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.dense.DenseCodes;
import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.kernel.lowering.LayerLowering;
import io.github.gradsmith.processor.kernel.lowering.NoKernels;
import io.github.gradsmith.processor.kernel.lowering.simple.SimpleSteps;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.LayerAccess;
import io.github.gradsmith.processor.plan.LayerLoops;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;
import io.github.gradsmith.processor.plan.dense.DenseLoops;

/** Dense layers: loops and SIMD kernels by their size. */
public final class DenseLowering implements LayerLowering {
  /** Whether the sums run over the last of several dimensions. */
  private static boolean isPerStep(LayerModel layer) {
    return layer.shape().sizes().size() > 1;
  }

  @Override
  public LayerLoops loops(LayerModel layer, NetworkModel network) {
    return isPerStep(layer) ? new StepLoops() : DenseLoops.of(layer, network);
  }

  @Override
  public Distribution distribution(LayerModel layer, ActivationFormula activation) {
    return Initializers.distribution(
        layer.initializer(),
        activation.automatic(),
        layer.from().get(0).shape().last(),
        layer.shape().last());
  }

  @Override
  public LayerSteps steps(LayerPlan layer, boolean simd, boolean trains, int tile) {
    if (isPerStep(layer.model())) {
      return new SimpleSteps(layer);
    }
    return new DenseSteps(new LayerAccess(layer, simd && layer.isVectorized()), trains, tile);
  }

  @Override
  public LayerCode code(LayerPlan layer, Names names, ElementType scalar) {
    return isPerStep(layer.model())
        ? new StepDenseCode(layer, names, scalar)
        : DenseCodes.of(layer, names, scalar);
  }

  @Override
  public LayerMethods simd(LayerPlan layer, KernelFrames frames) {
    return isPerStep(layer.model()) ? new NoKernels() : SimdCodes.of(layer, frames);
  }

  @Override
  public LayerFormulas formulas(LayerPlan layer) {
    return new DenseFormulas(layer);
  }
}
