package io.github.gradsmith.processor.kernel.lowering;

import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.initializer.Distribution;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.LayerMethods;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.LayerLoops;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.LayerSteps;

/**
 * What becomes of a layer of a kind: its loops and steps in the plan, its methods in the generated
 * class, its formulas on the page that derives them. What the kind means is said by {@code
 * LayerKind}.
 */
public interface LayerLowering {
  /** How its code is looped in that network. */
  LayerLoops loops(LayerModel layer, NetworkModel network);

  /** Where its initial weights come from. */
  Distribution distribution(LayerModel layer, ActivationFormula activation);

  /**
   * The steps that its buffers are checked against.
   *
   * @param simd whether its SIMD kernels run
   * @param trains whether deltas go back
   * @param tile samples of a mini-batch that are kept at once
   */
  LayerSteps steps(LayerPlan layer, boolean simd, boolean trains, int tile);

  /** Its methods in plain loops, and how they are called. */
  LayerCode code(LayerPlan layer, Names names, ElementType scalar);

  /** Its methods in SIMD; none of a kind without. */
  default LayerMethods simd(LayerPlan layer, KernelFrames frames) {
    return new NoKernels();
  }

  /** Its formulas, for people to read. */
  LayerFormulas formulas(LayerPlan layer);
}
