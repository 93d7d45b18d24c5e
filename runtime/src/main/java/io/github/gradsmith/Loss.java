package io.github.gradsmith;

/** What training minimises, for one sample; a batch takes the mean over its samples. */
public enum Loss {
  /** E = ½ Σ (t − a)², the lecture's loss for its two outputs. */
  HALF_SQUARED_ERROR,
  /** E = 1/n Σ (t − a)² over the n outputs. */
  MEAN_SQUARED_ERROR,
  /** E = −Σ t log a; only with {@link Activation#SOFTMAX} in the last layer. */
  CROSS_ENTROPY
}
