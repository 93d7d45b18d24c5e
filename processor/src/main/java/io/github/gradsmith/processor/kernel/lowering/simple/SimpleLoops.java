package io.github.gradsmith.processor.kernel.lowering.simple;

import io.github.gradsmith.processor.plan.LayerLoops;

/** One plain loop, which C2 turns into SIMD by itself. */
public record SimpleLoops(String words) implements LayerLoops {
  @Override
  public String toString() {
    return words;
  }
}
