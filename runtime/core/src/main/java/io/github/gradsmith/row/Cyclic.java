package io.github.gradsmith.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number that comes round again, such as an angle or an hour, becomes two inputs: sin(2π v /
 * period) and cos(2π v / period). An enum, such as {@code DayOfWeek}, goes round by its constants,
 * and needs no period.
 *
 * <p>With {@link Missing}, both are 0 for a missing one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Cyclic {
  /** After how much it comes round, finite and above 0; of an enum, the number of its constants. */
  double period() default 0;
}
