package io.github.gradsmith.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number is scaled to the range from 0 to 1: x = (v − min) / (max − min), over the rows that
 * {@code adapt} was given. What lies outside of their range lies outside of 0 to 1. Equal ends
 * count as a distance of 1. At a target, predictions are scaled back.
 *
 * <p>With {@link Missing}, a missing number is the mean, scaled likewise.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MinMax {}
