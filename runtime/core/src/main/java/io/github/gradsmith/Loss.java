package io.github.gradsmith;

/** What training minimises, for one sample; a batch takes the mean over its samples. */
public enum Loss {
  /** E = ½ Σ (t − a)², the lecture's loss for its two outputs. */
  HALF_SQUARED_ERROR,
  /** E = 1/n Σ (t − a)² over the n outputs. */
  MEAN_SQUARED_ERROR,
  /** E = Σ |t − a|; its derivative at t = a is 0. */
  ABSOLUTE_ERROR,
  /** E = Σ ½ (t − a)² where |t − a| ≤ 1, else |t − a| − ½. */
  HUBER,
  /**
   * E = −Σ (t log a + (1 − t) log (1 − a)), computed from z; only with {@link Activation#SIGMOID},
   * or a formula that comes to the same, in the last layer.
   */
  BINARY_CROSS_ENTROPY,
  /**
   * E = −Σ t log a; only with {@link Activation#SOFTMAX} in the last layer, or with {@link
   * Activation#LOG_SOFTMAX}, whose outputs are logarithms already: E = −Σ t a.
   */
  CROSS_ENTROPY
}
