package io.github.gradsmith.processor.kernel.lowering.embedding;

import io.github.gradsmith.processor.plan.LayerLoops;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.PlanCheck;

/** One copy for each index. */
record EmbeddingLoops() implements LayerLoops {
  /** Each index brings one row of the table. */
  @Override
  public void check(LayerPlan layer) {
    int units = layer.model().shape().last();
    PlanCheck.require(
        layer.outputs() == layer.inputs() * units && layer.weights() % units == 0,
        "rows of %s numbers are not %s",
        units,
        layer);
  }

  @Override
  public String weightWords() {
    return "a row for each category";
  }

  @Override
  public String words() {
    return "rows copied";
  }

  @Override
  public String toString() {
    return words();
  }
}
