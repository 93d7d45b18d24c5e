package io.github.gradsmith.layer;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Network;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A function of each number: z is what is read, a = f(z).
 *
 * <p>It takes any shape and gives the same; nothing is learnt.
 *
 * <pre>{@code
 * @Dense(units = 64) SUMS,
 * @LayerNorm NORM,
 * @Elementwise(activation = Activation.RELU) HIDDEN
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Elementwise {
  /**
   * How z becomes a; SOFTMAX and LOG_SOFTMAX, over the last dimension, in the last constant only.
   * Either this or {@link #formula()} is written.
   */
  Activation activation() default Activation.IDENTITY;

  /**
   * Instead of {@link #activation()}, a formula in {@code z} such as {@code "z / (1 + exp(-z))"},
   * as in {@link Network#formula()}.
   */
  String formula() default "";

  /** The constant that is read; left out, the one before. */
  String from() default "";
}
