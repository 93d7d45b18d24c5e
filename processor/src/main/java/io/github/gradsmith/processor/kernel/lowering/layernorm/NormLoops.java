package io.github.gradsmith.processor.kernel.lowering.layernorm;

import io.github.gradsmith.internal.math.Moments;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
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
 */
record NormLoops(int rows, int width, double epsilon) implements LayerLoops {
  static NormLoops of(LayerModel layer) {
    int width = layer.shape().last();
    return new NormLoops(
        layer.outputs() / width, width, ((LayerChoice.LayerNorm) layer.choice()).epsilon());
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
    return "row by row";
  }

  @Override
  public String toString() {
    return words();
  }
}
