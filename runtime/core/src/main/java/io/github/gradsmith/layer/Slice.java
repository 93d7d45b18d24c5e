package io.github.gradsmith.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Part of a value along an axis.
 *
 * <p>It takes {@code {n, …}} and gives {@code {end − begin, …}}: what stands at {@code begin} and
 * behind it, up to but without {@code end}. Nothing is learnt.
 *
 * <pre>{@code
 * @Input(5) ROW,
 * @Slice(begin = 0, end = 3) NUMBERS,
 * @Slice(begin = 3, end = 5, from = "ROW") CODES
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Slice {
  /** The first that is taken, from 0. */
  int begin();

  /** The first behind {@link #begin()} that is not taken, at most the size along the axis. */
  int end();

  /** The axis, counted from 0 without the batch; −1 is the last. */
  int axis() default 0;

  /** The constant that is read; left out, the one before. */
  String from() default "";
}
