package io.github.gradsmith;

/** How a layer turns its weighted sums z into its outputs a. */
public enum Activation {
  /** The logistic function, a = 1 / (1 + e⁻ᶻ), a' = a (1 − a). */
  SIGMOID,
  /** The hyperbolic tangent, a = tanh z, a' = 1 − a². */
  TANH,
  /** The rectifier, a = max(z, 0); its derivative at 0 is 0. */
  RELU,
  /** The leaky rectifier, a = z above 0, else z / 100; its derivative at 0 is 0.01. */
  LEAKY_RELU,
  /** The exponential linear unit, a = z above 0, else eᶻ − 1. */
  ELU,
  /**
   * The self-normalizing unit, a = λ z above 0, else λ α (eᶻ − 1), with λ = 1.0507… and α =
   * 1.6732…; its derivative at 0 is λ α.
   */
  SELU,
  /** The smooth rectifier, a = log(1 + eᶻ), a' = 1 − e⁻ᵃ. */
  SOFTPLUS,
  /** a = z / (1 + |z|), a' = (1 − |a|)². */
  SOFTSIGN,
  /** The sigmoid-weighted linear unit, also called swish, a = z / (1 + e⁻ᶻ). */
  SILU,
  /** The Gaussian error linear unit, exact, a = z (1 + erf(z / √2)) / 2. */
  GELU,
  /** The self-regularized unit, a = z tanh(log(1 + eᶻ)). */
  MISH,
  /** A straight line, a = z / 6 + 1/2 kept between 0 and 1; its derivative at z = ±3 is 0. */
  HARD_SIGMOID,
  /** No activation, a = z. */
  IDENTITY,
  /**
   * Probabilities over the whole layer, aᵢ = eᶻⁱ / Σ eᶻ; for the last layer only, with two outputs
   * or more.
   */
  SOFTMAX,
  /**
   * Logarithms of probabilities, aᵢ = zᵢ − log Σ eᶻ; where SOFTMAX can stand. {@link
   * Loss#CROSS_ENTROPY} is then E = −Σ t a, and the largest output is still the class.
   */
  LOG_SOFTMAX
}
