package io.github.gradsmith.processor.kernel.lowering.layernorm;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.initializer.Distribution;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.LayerMethods;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.lowering.LayerFormulas;
import io.github.gradsmith.processor.kernel.lowering.LayerLowering;
import io.github.gradsmith.processor.kernel.lowering.NoKernels;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.LayerLoops;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;

/** Rows that get mean 0 and variance 1, then a weight and a bias for each number. */
public final class NormLowering implements LayerLowering {
  @Override
  public LayerLoops loops(LayerModel layer, NetworkModel network) {
    return NormLoops.of(layer, network);
  }

  /** At first rows stay normal. */
  @Override
  public Distribution distribution(LayerModel layer, ActivationFormula activation) {
    return new Distribution.One();
  }

  @Override
  public LayerSteps steps(LayerPlan layer, boolean simd, boolean trains, int tile) {
    return new NormSteps(layer);
  }

  @Override
  public LayerCode code(LayerPlan layer, Names names, ElementType scalar) {
    return new NormCode(layer, (NormLoops) layer.loops(), names, scalar);
  }

  @Override
  public LayerMethods simd(LayerPlan layer, KernelFrames frames) {
    NormLoops loops = (NormLoops) layer.loops();
    return loops.hasRowKernels() ? new NormKernels(layer, loops, frames) : new NoKernels();
  }

  @Override
  public LayerFormulas formulas(LayerPlan layer) {
    return new NormFormulas(layer.number());
  }
}
