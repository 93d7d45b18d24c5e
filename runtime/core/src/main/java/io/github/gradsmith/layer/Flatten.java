package io.github.gradsmith.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The same numbers in one dimension.
 *
 * <p>It takes any shape and gives {@code {product}}; nothing is learnt. As PyTorch's {@code
 * torch.nn.Flatten}.
 *
 * <pre>{@code
 * @Input({4, 6}) STEPS,
 * @Flatten FLAT,
 * @Dense(units = 3) OUT
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Flatten {
  /** The constant that is read; left out, the one before. */
  String from() default "";
}
