package io.github.gradsmith.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mean 0 and variance 1 for each row, then a weight and a bias for each number: a = (x − mean) /
 * √(variance + ε) · weight + bias.
 *
 * <p>It takes {@code {…, n}} and gives the same. Mean and variance are those of the n numbers of
 * the last dimension; the variance is divided by n, not by n − 1. It learns {@code weight} [n],
 * which starts at 1, and {@code bias} [n], which starts at 0. As PyTorch's {@code
 * torch.nn.LayerNorm}. Ba, Kiros and Hinton, Layer Normalization, 2016.
 *
 * <pre>{@code
 * @Dense(units = 64, activation = Activation.RELU) HIDDEN,
 * @LayerNorm NORM
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface LayerNorm {
  /** ε, which keeps the root from 0; above 0. */
  double epsilon() default 1e-5;

  /** The constant that is read; left out, the one before. */
  String from() default "";
}
