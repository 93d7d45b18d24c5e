package io.github.gradsmith.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number is scaled to mean 0 and deviation 1: x = (v − mean) · (1 / deviation), in {@code
 * double}, over the rows that {@code adapt} was given; a deviation of 0 counts as 1. Numbers of a
 * row are scaled so anyhow; at a target it has to be written, and predictions are scaled back.
 *
 * <p>With {@link Missing}, a missing number is 0, the mean.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Standardized {}
