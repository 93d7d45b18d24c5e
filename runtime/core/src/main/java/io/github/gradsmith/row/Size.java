package io.github.gradsmith.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many numbers an array has: each of them is scaled by statistics of its own, or left as it is
 * with {@link AsIs}. An array of another length is refused when it is encoded.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Size {
  /** At least 1. */
  int value();
}
