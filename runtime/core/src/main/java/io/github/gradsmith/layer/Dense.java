package io.github.gradsmith.layer;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Network;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Weighted sums: z = W x + b, a = f(z).
 *
 * <p>It takes {@code {…, n}} and gives {@code {…, units}}: the sums go over the last dimension,
 * with the same weights for each row of the others. It learns {@code weight} [units, n] and {@code
 * bias} [units], which starts at 0. As PyTorch's {@code torch.nn.Linear}.
 *
 * <pre>{@code
 * @Dense(units = 64, activation = Activation.RELU) HIDDEN,
 * @Dense(units = 10, activation = Activation.SOFTMAX) DIGIT
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Dense {
  /** Neurons, at least 1. */
  int units();

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

  /**
   * How the weights are drawn; left out, as {@link Network#initializer()} says. AUTO is what goes
   * with the activation.
   */
  Initializer initializer() default Initializer.AUTO;

  /** Whether b is added. */
  boolean bias() default true;

  /** The constant that is read; left out, the one before. */
  String from() default "";
}
