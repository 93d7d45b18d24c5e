package io.github.gradsmith.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Values one after the other along an axis.
 *
 * <p>It takes two values or more, {@code {c₁, …}}, {@code {c₂, …}} and so on, that are of equal
 * sizes but along the axis, and gives {@code {c₁ + c₂ + …, …}}; nothing is learnt. A name may stand
 * twice. As PyTorch's {@code torch.cat}, whose axes count the batch, too.
 *
 * <pre>{@code
 * @Input(10) ROW,
 * @Dense(units = 5, activation = Activation.SILU) DEEP,
 * @Concat({"ROW", "DEEP"}) ALL
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Concat {
  /** The constants that are joined, two or more, each of which stands earlier. */
  String[] value();

  /** The axis, counted from 0 without the batch; −1 is the last. */
  int axis() default 0;
}
