package io.github.gradsmith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks the processor for an implementation of the annotated interface: one fixed network.
 *
 * <pre>{@code
 * @Network(layers = {784, 30, 10}, activation = SIGMOID)
 * public interface DigitNet extends FloatNetwork {
 *   static DigitNet create(long seed) {
 *     return new DigitNetImpl(seed);
 *   }
 * }
 * }</pre>
 *
 * <p>The interface extends {@link FloatNetwork} or {@link DoubleNetwork}, or {@link FloatPredictor}
 * or {@link DoublePredictor} for a network that predicts and has no code for training. The class
 * beside it bears its name and {@code Impl}; a nested {@code Outer.Inner} gives {@code
 * Outer_InnerImpl}. Its constructors take a seed (the same seed, the same weights) or the path of a
 * weight file.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Network {
  /** Neurons per layer, input first, at least two layers of at least one neuron. */
  int[] layers();

  /**
   * One activation for every layer after the input, or exactly one per such layer: {@code {RELU,
   * RELU, SOFTMAX}}.
   */
  Activation[] activation();

  /** The loss that training minimises. */
  Loss loss() default Loss.HALF_SQUARED_ERROR;

  /** How the weights of a new network are drawn. */
  Initializer initializer() default Initializer.AUTO;
}
