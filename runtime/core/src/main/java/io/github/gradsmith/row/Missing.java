package io.github.gradsmith.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component may be missing: null, an empty {@code Optional}, or NaN. A further input behind its
 * own is 1 where it is missing and 0 elsewhere; what the others are then stands at the annotation
 * that scales it: a missing number is the mean, a missing constant or text is 0 for all.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Missing {}
