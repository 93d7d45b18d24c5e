package io.github.gradsmith;

/** How a layer turns its weighted sums z into its outputs a. */
public enum Activation {
  /** The logistic function, a = 1 / (1 + e⁻ᶻ), a' = a (1 − a). */
  SIGMOID,
  /** The hyperbolic tangent, a = tanh z, a' = 1 − a². */
  TANH,
  /** The rectifier, a = max(z, 0); its derivative at 0 is 0. */
  RELU,
  /** No activation, a = z. */
  IDENTITY,
  /** Probabilities over the whole layer, aᵢ = eᶻⁱ / Σ eᶻ; for the last layer only. */
  SOFTMAX
}
