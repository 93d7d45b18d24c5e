package io.github.gradsmith.layer;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Network;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The product of values, number by number: z = x₁ · x₂ · …, a = f(z).
 *
 * <p>It takes two values or more of equal shapes and gives the same shape; nothing is learnt. A
 * name may stand twice.
 *
 * <pre>{@code
 * @Dense(units = 16, activation = Activation.TANH) CONTENT,
 * @Dense(units = 16, activation = Activation.SIGMOID, from = "ROW") GATE,
 * @Multiply({"CONTENT", "GATE"}) GATED
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Multiply {
  /** The constants that are multiplied, two or more, each of which stands earlier. */
  String[] value();

  /** How z becomes a. Either this or {@link #formula()} is written. */
  Activation activation() default Activation.IDENTITY;

  /**
   * Instead of {@link #activation()}, a formula in {@code z} such as {@code "z / (1 + exp(-z))"},
   * as in {@link Network#formula()}.
   */
  String formula() default "";
}
