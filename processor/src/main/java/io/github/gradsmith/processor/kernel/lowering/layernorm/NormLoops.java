package io.github.gradsmith.processor.kernel.lowering.layernorm;

import io.github.gradsmith.internal.math.Moments;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.plan.LayerLoops;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.PlanCheck;

/**
 * Row by row: the moments, then one loop, which C2 turns into SIMD. What was found on the way
 * forward is kept for the way back, which would need two more loops over each row to find it anew.
 *
 * @param rows of a sample
 * @param width numbers of a row
 * @param epsilon what keeps the root from 0
 * @param hasRowKernels whether it has SIMD kernels where other layers of the network have them
 */
record NormLoops(int rows, int width, double epsilon, boolean hasRowKernels) implements LayerLoops {
  /** Shorter rows do not fill the vectors of every machine. */
  private static final int LEAST_IN_SIMD = 32;

  static NormLoops of(LayerModel layer, NetworkModel network) {
    int width = layer.shape().last();
    return new NormLoops(
        layer.outputs() / width,
        width,
        ((LayerChoice.LayerNorm) layer.choice()).epsilon(),
        network.vectorized() && width >= LEAST_IN_SIMD);
  }

  @Override
  public int moments() {
    return rows * Moments.COUNT;
  }

  @Override
  public void check(LayerPlan layer) {
    PlanCheck.require(
        rows * width == layer.outputs()
            && layer.inputs() == layer.outputs()
            && layer.weights() == width
            && layer.biases() == width,
        "%s rows of %s numbers are not %s",
        rows,
        width,
        layer);
  }

  @Override
  public String weightWords() {
    return "one for each number of a row";
  }

  @Override
  public String words() {
    return hasRowKernels ? "row by row; in SIMD where other layers have kernels" : "row by row";
  }

  @Override
  public String toString() {
    return words();
  }
}
