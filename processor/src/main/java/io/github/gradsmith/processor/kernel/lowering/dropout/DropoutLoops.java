package io.github.gradsmith.processor.kernel.lowering.dropout;

import io.github.gradsmith.processor.plan.LayerLoops;

/** One plain loop; while training, a hash for each unit. */
record DropoutLoops() implements LayerLoops {
  @Override
  public String words() {
    return "number by number";
  }

  @Override
  public boolean drops() {
    return true;
  }
}
