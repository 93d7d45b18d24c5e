package io.github.gradsmith.processor.layer;

import io.github.gradsmith.processor.formula.expr.Expr;

/** ∂E/∂z of an output, derived by the chain rule and simplified. */
public sealed interface OutputDelta {
  /**
   * Each output for itself: δ = delta.
   *
   * @param delta in {@code a} and {@code t}, and {@code z} where the slope is in z
   */
  record Elementwise(Expr delta) implements OutputDelta {}

  /**
   * Outputs that depend on all weighted sums: δᵢ = direct(aᵢ, tᵢ) + share(aᵢ) Σⱼ summand(aⱼ, tⱼ),
   * where the sum goes over all outputs, i among them.
   *
   * @param direct in {@code a} and {@code t} of the output itself
   * @param share in {@code a} of the output itself
   * @param summand in {@code a} and {@code t} of each output
   */
  record Coupled(Expr direct, Expr share, Expr summand) implements OutputDelta {}
}
