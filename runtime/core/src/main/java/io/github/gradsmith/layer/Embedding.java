package io.github.gradsmith.layer;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.Network;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The row of a table for each index: a = weight[x].
 *
 * <p>It takes {@code {k}}, k indices, and gives {@code {k, units}}. It learns {@code weight}
 * [categories, units], which {@link Initializer#AUTO} draws from the normal distribution of mean 0
 * and variance 1. An index is kept as a number; one that is not a whole number from 0 up to but not
 * {@code categories} throws {@link IllegalArgumentException} before anything is changed. It reads
 * {@code @Input}, or {@code @Slice}, {@code @Concat} or {@code @Flatten} of it. As PyTorch's {@code
 * torch.nn.Embedding}.
 *
 * <pre>{@code
 * @Input(2) CODES,
 * @Embedding(categories = 7, units = 4) EMBEDDED,
 * @Flatten FLAT
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Embedding {
  /** Rows of the table, at least 1; at most 2²⁴ in a network of floats. */
  int categories();

  /** Numbers of a row, at least 1. */
  int units();

  /**
   * How the weights are drawn; left out, as {@link Network#initializer()} says. AUTO draws from the
   * normal distribution of mean 0 and variance 1. The others count {@code units} as inputs and
   * {@code categories} as outputs, as PyTorch's do for a tensor [categories, units].
   */
  Initializer initializer() default Initializer.AUTO;

  /** The constant that is read; left out, the one before. */
  String from() default "";
}
