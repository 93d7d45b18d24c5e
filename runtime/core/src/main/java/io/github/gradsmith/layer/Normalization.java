package io.github.gradsmith.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Brings the network's inputs to mean 0 and variance 1: a = (x − mean) / max(√variance, 1e-7).
 *
 * <p>It takes {@code {n}} and gives the same; it reads {@code @Input} or a {@code @Slice} of it.
 * {@code mean} [n] and {@code variance} [n] are statistics, not learnt: {@code adapt} of the
 * network sets them from rows of inputs; before it they are 0 and 1. They are no parameters ({@code
 * parameterCount()} leaves them out) but stand in every file of the network. As Keras's {@code
 * Normalization}.
 *
 * <pre>{@code
 * @Input(8) ROW,
 * @Normalization SCALED,
 * @Dense(units = 16, activation = Activation.TANH) HIDDEN
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Normalization {
  /** The constant that is read; left out, the one before. */
  String from() default "";
}
