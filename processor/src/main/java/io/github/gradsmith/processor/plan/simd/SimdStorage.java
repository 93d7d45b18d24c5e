package io.github.gradsmith.processor.plan.simd;

/** What stands in a buffer's place where SIMD kernels run. */
public sealed interface SimdStorage {
  /** The buffer as it is. */
  record Same() implements SimdStorage {}

  /** Nothing: an array of no rows. */
  record Absent() implements SimdStorage {}

  /**
   * Panels: the neurons fill whole panels, whose width the machine decides. Of weights, every panel
   * is an array; of a single array, each row is filled up.
   *
   * @param rows numbers for each neuron
   * @param neurons of the layer
   */
  record Panels(int rows, int neurons) implements SimdStorage {}
}
