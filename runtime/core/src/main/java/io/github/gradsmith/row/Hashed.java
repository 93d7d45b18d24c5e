package io.github.gradsmith.row;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text becomes one input for each bin, 1 for the bin of its hash and 0 for the others. Texts of
 * one bin are the same to the network.
 *
 * <p>The hash is FNV-1a of 64 bits over the UTF-16 units, h = (h ⊕ unit) · 1099511628211 from
 * 14695981039346656037, each unit taken as a whole; then the finisher of SplitMix64; then the
 * remainder, unsigned, of the division by {@link #bins()}. Files call it {@code hash1}.
 *
 * <p>With {@link Missing}, a missing text is in no bin.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Hashed {
  /** From 2 to 1,000,000. */
  int bins();
}
