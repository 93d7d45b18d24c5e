package io.github.gradsmith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Asks the processor for an implementation of the annotated interface: one fixed network. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Network {
  /** Neurons per layer, input first, at least two layers. */
  int[] layers();

  /** One activation for every layer after the input, or exactly one per such layer. */
  Activation[] activation();

  /** The loss that training minimises. */
  Loss loss() default Loss.HALF_SQUARED_ERROR;

  /** How the weights of a new network are drawn. */
  Initializer initializer() default Initializer.AUTO;
}
