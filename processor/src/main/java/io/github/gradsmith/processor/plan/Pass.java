package io.github.gradsmith.processor.plan;

import java.util.List;

/**
 * A way of samples through the network.
 *
 * @param name in words
 * @param simd whether SIMD kernels run
 * @param loops in order: every sample takes the steps of a loop before the next sample does, and
 *     all samples take them before those of the next loop
 */
public record Pass(String name, boolean simd, List<List<Step>> loops) {
  public Pass {
    loops = loops.stream().map(List::copyOf).toList();
  }

  @Override
  public String toString() {
    return name + " " + loops;
  }
}
