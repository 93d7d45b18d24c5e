package io.github.gradsmith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trains a network by Adagrad; stands beside {@link Network}.
 *
 * <p>One step, with the gradient g = ∂E/∂W: s = s + g², W = W − α g / (√s + ε), where α is the
 * learning rate. As PyTorch's {@code torch.optim.Adagrad}. Duchi, Hazan and Singer, Adaptive
 * Subgradient Methods for Online Learning and Stochastic Optimization, 2011.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Adagrad {
  /** ε, added to the root so that nothing is divided by 0; above 0 or 0. */
  double epsilon() default 1e-10;
}
