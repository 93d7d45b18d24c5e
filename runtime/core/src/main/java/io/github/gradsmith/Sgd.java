package io.github.gradsmith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trains a network by stochastic gradient descent with momentum, Nesterov's variant of it, or
 * weight decay; stands beside {@link Network}. Without any optimizer annotation a network trains by
 * plain descent, W = W − α ∂E/∂W, which is also what this one means as it stands.
 *
 * <p>One step, with the gradient g = ∂E/∂W + λ W: m = μ m + g, then W = W − α m, or with Nesterov's
 * variant W = W − α (g + μ m). As PyTorch's {@code torch.optim.SGD}. Polyak, Some methods of
 * speeding up the convergence of iteration methods, 1964; Sutskever et al., On the importance of
 * initialization and momentum in deep learning, 2013.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Sgd {
  /** μ, the share of the last step that is kept, from 0 up to but not 1; 0 keeps no state. */
  double momentum() default 0;

  /** Whether the gradient is taken as if the momentum had been followed already; needs momentum. */
  boolean nesterov() default false;

  /** λ, the L2 penalty that pulls weights and biases alike towards 0; 0 or above. */
  double weightDecay() default 0;
}
