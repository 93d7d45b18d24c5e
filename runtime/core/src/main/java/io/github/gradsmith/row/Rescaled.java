package io.github.gradsmith.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number is scaled by known numbers: x = v · scale + offset. At a target, predictions are scaled
 * back: v = (a − offset) / scale.
 *
 * <p>With {@link Missing}, a missing number is 0.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Rescaled {
  /** The factor, finite and not 0. */
  double scale();

  /** What is added afterwards, finite. */
  double offset() default 0;
}
