package io.github.gradsmith.processor.kernel.lowering;

import java.util.List;

/**
 * The formulas of a layer in a graph, for people to read: LaTeX, where values are rows and the
 * number of a layer stands above in brackets.
 */
public interface LayerFormulas {
  /**
   * z of the whole layer; of a kind without an activation that is a, too.
   *
   * @param inputs what the values that it reads are called
   */
  String sums(List<String> inputs);

  /**
   * What its deltas bring back to a value.
   *
   * @param use which of the values that it reads
   * @param inputs what these are called
   * @param delta what its deltas are called
   */
  String errors(int use, List<String> inputs, String delta);

  /** The derivatives of the loss by what it learns, each a line; none of a layer without. */
  default List<String> gradients(List<String> inputs, String delta) {
    return List.of();
  }

  /** How {@link #errors} follow, where that is more than a factor: lines, in order. */
  default List<String> derivation(List<String> inputs, String delta) {
    return List.of();
  }
}
