package io.github.gradsmith;

/** How initial weights are drawn; biases always start at 0. */
public enum Initializer {
  /**
   * Per layer, what goes with its activation: {@link #HE_NORMAL} for RELU, LEAKY_RELU, ELU,
   * SOFTPLUS, SILU, GELU and MISH, {@link #LECUN_NORMAL} for SELU, {@link #GLOROT_UNIFORM} for the
   * others and for formulas.
   */
  AUTO,
  /** Uniform in ±√(6 / (inputs + outputs)). Glorot and Bengio 2010. */
  GLOROT_UNIFORM,
  /** Normal with standard deviation √(2 / (inputs + outputs)). Glorot and Bengio 2010. */
  GLOROT_NORMAL,
  /** Uniform in ±√(6 / inputs). He et al. 2015. */
  HE_UNIFORM,
  /** Normal with standard deviation √(2 / inputs). He et al. 2015. */
  HE_NORMAL,
  /** Normal with standard deviation √(1 / inputs). LeCun et al. 1998. */
  LECUN_NORMAL,
  /** All weights 0. */
  ZEROS
}
