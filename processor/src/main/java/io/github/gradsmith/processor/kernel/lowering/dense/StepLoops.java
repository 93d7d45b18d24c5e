package io.github.gradsmith.processor.kernel.lowering.dense;

import io.github.gradsmith.processor.plan.LayerLoops;

/** Step by step, in blocks of rows of weights. */
record StepLoops() implements LayerLoops {
  @Override
  public String words() {
    return "step by step, blocks of " + StepDenseCode.ROWS + " rows";
  }
}
