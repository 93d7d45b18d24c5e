package io.github.gradsmith.processor.plan;

/** How the weighted sums of one layer are looped. */
public sealed interface ForwardShape {
  /** Every product written out: for a handful of weights a loop costs more than it saves. */
  record Unrolled() implements ForwardShape {}

  /**
   * A group of rows shares each load of an input and keeps its sums in locals.
   *
   * @param rows rows of a group; the last group may be smaller
   */
  record RowBlocks(int rows) implements ForwardShape {}

  /**
   * One row at a time, folded: {@code t[l] = w[l] x[l] + w[l + length] x[l + length] + …}, then
   * partial sums over t. A plain dot product is one ordered chain of additions, which the compiler
   * may not turn into SIMD; the fold has none.
   *
   * @param terms products in each t
   * @param length length of t, a multiple of {@code lanes}
   * @param tail inputs left over, added into the first entries of t
   * @param lanes partial sums over t
   */
  record FoldedRows(int terms, int length, int tail, int lanes) implements ForwardShape {}
}
