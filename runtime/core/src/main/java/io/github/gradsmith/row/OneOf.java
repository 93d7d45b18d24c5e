package io.github.gradsmith.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text becomes one input for each of these words, 1 for the word that it equals, and one behind
 * them for all other texts.
 *
 * <p>With {@link Missing}, all of them are 0 for a missing text.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface OneOf {
  /** The words, none twice. */
  String[] value();
}
