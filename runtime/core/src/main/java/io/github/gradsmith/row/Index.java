package io.github.gradsmith.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A constant of an enum becomes one input, its position, as an {@code @Embedding} reads it. The
 * positions are those of the weight file, if one was loaded: reordered constants keep theirs.
 *
 * <p>Without it, an enum becomes one input for each constant, and a dense layer that reads them
 * looks up a row of weights, which is an embedding, too.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Index {}
