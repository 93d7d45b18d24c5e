package io.github.gradsmith.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Drops numbers at random while training, against overfitting.
 *
 * <p>It takes any shape and gives the same; nothing is learnt. With the rate p, {@code train} and
 * {@code gradient} set each number to 0 with probability p and make x / (1 − p) of the others;
 * {@code forward}, {@code classify}, {@code loss} and {@code trace} pass x on. Which numbers are
 * dropped depends on the network's seed, the steps made so far, the row within its mini-batch, the
 * layer and the unit, so that a resumed training, a replica and any number of threads drop the
 * same. As PyTorch's {@code torch.nn.Dropout}. Srivastava et al., Dropout: A Simple Way to Prevent
 * Neural Networks from Overfitting, 2014.
 *
 * <pre>{@code
 * @Dense(units = 64, activation = Activation.RELU) HIDDEN,
 * @Dropout(0.25) DROPPED
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Dropout {
  /** p, the share that is dropped, from 0 up to but not 1. */
  double value();

  /** The constant that is read; left out, the one before. */
  String from() default "";
}
