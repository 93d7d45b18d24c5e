package io.github.gradsmith.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rows and columns in each other's place.
 *
 * <p>It takes {@code {a, b}} and gives {@code {b, a}}; nothing is learnt.
 *
 * <pre>{@code
 * @Input({4, 6}) STEPS,
 * @Transpose FEATURES,
 * @Dense(units = 3, activation = Activation.TANH) OVER_TIME
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Transpose {
  /** The constant that is read; left out, the one before. */
  String from() default "";
}
