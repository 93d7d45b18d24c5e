package io.github.gradsmith.layer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The first constant of an enum of layers: what the network reads.
 *
 * <p>The sizes are those of one sample, without the batch: {@code {features}} for rows, {@code
 * {steps, features}} for sequences, {@code {channels, length}} or {@code {channels, height, width}}
 * for signals and images. In memory every value is one row, the last size running fastest, so that
 * {@code inputSize()} is the product of the sizes.
 *
 * <pre>{@code
 * @Network(loss = Loss.CROSS_ENTROPY)
 * public interface DigitNet extends FloatNetwork {
 *   enum Layer {
 *     @Input(784) IMAGE,
 *     @Dense(units = 30, activation = Activation.TANH) HIDDEN,
 *     @Dense(units = 10, activation = Activation.SOFTMAX) DIGIT
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Input {
  /** The sizes of one sample, the outermost first, each at least 1. */
  int[] value();
}
