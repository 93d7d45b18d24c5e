package io.github.gradsmith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trains a network by Adam with decoupled weight decay; stands beside {@link Network}.
 *
 * <p>W = W − α λ W, then a step of {@link Adam}, where α is the learning rate. As PyTorch's {@code
 * torch.optim.AdamW}. Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AdamW {
  /** β₁, the share of the old mean that the new one keeps, from 0 up to but not 1. */
  double beta1() default 0.9;

  /** β₂, the share of the old mean square that the new one keeps, from 0 up to but not 1. */
  double beta2() default 0.999;

  /** ε, added to the root so that nothing is divided by 0; above 0 or 0. */
  double epsilon() default 1e-8;

  /** λ, which pulls weights and biases alike towards 0; 0 or above. */
  double weightDecay() default 0.01;
}
