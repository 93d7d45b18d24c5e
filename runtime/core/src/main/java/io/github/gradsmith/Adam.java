package io.github.gradsmith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trains a network by Adam; stands beside {@link Network}.
 *
 * <p>Step k, with the gradient g = ∂E/∂W: m = β₁ m + (1 − β₁) g, v = β₂ v + (1 − β₂) g², W = W − α
 * m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵏ) and v̂ = v / (1 − β₂ᵏ), where α is the learning rate. As
 * PyTorch's {@code torch.optim.Adam}. Kingma and Ba, Adam: A Method for Stochastic Optimization,
 * 2015.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adam {
  /** β₁, the share of the old mean that the new one keeps, from 0 up to but not 1. */
  double beta1() default 0.9;

  /** β₂, the share of the old mean square that the new one keeps, from 0 up to but not 1. */
  double beta2() default 0.999;

  /** ε, added to the root so that nothing is divided by 0; above 0 or 0. */
  double epsilon() default 1e-8;
}
