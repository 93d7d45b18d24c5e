package io.github.gradsmith.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number becomes one input for each bin, 1 for the bin that it lies in and 0 for the others. An
 * edge belongs to the bin above it: {@code @Binned({18, 65})} has the bins v &lt; 18, 18 ≤ v &lt;
 * 65 and 65 ≤ v.
 *
 * <p>With {@link Missing}, a missing number is in no bin.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Binned {
  /** The edges, finite and rising: there is one bin more than edges. */
  double[] value();
}
