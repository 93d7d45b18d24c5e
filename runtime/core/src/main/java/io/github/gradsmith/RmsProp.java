package io.github.gradsmith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Trains a network by RMSProp; stands beside {@link Network}.
 *
 * <p>One step, with the gradient g = ∂E/∂W: v = α v + (1 − α) g², W = W − rate g / (√v + ε), where
 * rate is the learning rate. As PyTorch's {@code torch.optim.RMSprop}. Tieleman and Hinton, lecture
 * 6.5 of Neural Networks for Machine Learning, 2012.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RmsProp {
  /** α, the share of the old mean square that the new one keeps, from 0 up to but not 1. */
  double alpha() default 0.99;

  /** ε, added to the root so that nothing is divided by 0; above 0 or 0. */
  double epsilon() default 1e-8;
}
