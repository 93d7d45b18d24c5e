package io.github.gradsmith;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A network of {@code float}s that predicts and trains. What {@link FloatPredictor} says of
 * arguments, memory and threads holds here too:
 *
 * <ul>
 *   <li>The range of a mini-batch must not be empty, and a learning rate must be finite and at
 *       least 0: otherwise an {@link IllegalArgumentException}. At 0 the parameters stay, while the
 *       optimizer's state goes on.
 *   <li>Dropout is applied by {@code train} and {@code gradient} alone, which return the loss under
 *       it. Its masks depend on the constructor's seed, the steps made so far and the row of the
 *       mini-batch: {@code gradient} asked twice returns the same.
 *   <li>A NaN in an input, a target or a gradient gives NaN in every loss, gradient entry and
 *       parameter it reaches, never an exception: a loss that is NaN tells that training has
 *       diverged. Such a network is not saved, see {@link #saveTraining}.
 *   <li>{@code loss}, {@code train}, {@code gradient} and {@code update} allocate nothing once they
 *       are compiled, for any size of mini-batch.
 *   <li>Replicas share parameters and optimizer state. They may run {@code loss} and {@code
 *       gradient} at the same time, too. {@code train}, {@code update}, {@code resetOptimizer},
 *       {@code setParameters}, {@code copyFrom} and {@code load} need that none of the others runs,
 *       with a happens-before edge on either side.
 * </ul>
 *
 * <p>Without vector kernels the same seed and the same data give the same bits on every JVM from 17
 * on. {@code train} and {@code gradient} with {@code update} agree to rounding, not to the bit.
 */
public interface FloatNetwork extends FloatPredictor {
  /**
   * The loss of one sample.
   *
   * @param input {@link #inputSize()} values
   * @param target {@link #outputSize()} values
   */
  float loss(float[] input, float[] target);

  /**
   * The mean loss of several samples.
   *
   * @param inputs rows of {@link #inputSize()} values
   * @param targets rows of {@link #outputSize()} values
   * @param from the first row
   * @param to the row after the last one
   */
  float loss(float[][] inputs, float[][] targets, int from, int to);

  /**
   * The weighted mean loss of several samples, Σ w l / Σ w. Weights that are all equal give the
   * bits of the mean.
   *
   * @param inputs rows of {@link #inputSize()} values
   * @param targets rows of {@link #outputSize()} values
   * @param weights weight i is that of row i: finite, at least 0, and not all 0 within the range
   * @param from the first row
   * @param to the row after the last one
   */
  float loss(float[][] inputs, float[][] targets, float[] weights, int from, int to);

  /**
   * One optimizer step on the gradient of one sample.
   *
   * @param input {@link #inputSize()} values
   * @param target {@link #outputSize()} values
   * @param learningRate the α of W = W − α ∂E/∂W, or what takes its place in the optimizer's rule
   * @return the loss before the step
   */
  float train(float[] input, float[] target, float learningRate);

  /**
   * One optimizer step on the mean gradient of a mini-batch.
   *
   * @param inputs rows of {@link #inputSize()} values
   * @param targets rows of {@link #outputSize()} values
   * @param from the first row
   * @param to the row after the last one
   * @param learningRate the α of W = W − α ∂E/∂W, or what takes its place in the optimizer's rule
   * @return the mean loss before the step
   */
  float train(float[][] inputs, float[][] targets, int from, int to, float learningRate);

  /**
   * The mean gradient of a mini-batch, without a step.
   *
   * @param inputs rows of {@link #inputSize()} values
   * @param targets rows of {@link #outputSize()} values
   * @param from the first row
   * @param to the row after the last one
   * @param gradient receives {@link #parameterCount()} values in the order of {@link
   *     #getParameters}
   * @return the mean loss
   */
  float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient);

  /**
   * The weighted mean gradient of a mini-batch, Σ w ∂l/∂W / Σ w, without a step. Weights that are
   * all equal give the bits of the mean gradient.
   *
   * @param inputs rows of {@link #inputSize()} values
   * @param targets rows of {@link #outputSize()} values
   * @param weights weight i is that of row i: finite, at least 0, and not all 0 within the range
   * @param from the first row
   * @param to the row after the last one
   * @param gradient receives {@link #parameterCount()} values in the order of {@link
   *     #getParameters}
   * @return the weighted mean loss
   */
  float gradient(
      float[][] inputs, float[][] targets, float[] weights, int from, int to, float[] gradient);

  /**
   * One optimizer step on a gradient computed elsewhere, such as the mean over replicas.
   *
   * @param gradient {@link #parameterCount()} values in the order of {@link #getParameters}
   * @param learningRate the α of W = W − α ∂E/∂W, or what takes its place in the optimizer's rule
   */
  void update(float[] gradient, float learningRate);

  /**
   * Writes the parameters and the optimizer's state, so that training can go on where it stood, to
   * the bit. {@code load} takes such a file too; a file without this optimizer's state sets the
   * state to 0, as before the first step. {@code setParameters} leaves the state as it is.
   *
   * <p>Of a network with dropout it holds the seed of the masks and the number of steps, too. A
   * file without them sets them to the constructor's seed, or 0 if there was none, and to 0.
   *
   * @throws WeightsException if a number is not finite, which is named; nothing is written. {@code
   *     -Dgradsmith.allowNonFinite=true} writes and loads such numbers, too
   */
  void saveTraining(Path file) throws IOException;

  /**
   * Writes the same to a stream and does not close it.
   *
   * @throws WeightsException if a number is not finite; nothing is written
   */
  void saveTraining(OutputStream out) throws IOException;

  /**
   * Forgets what the optimizer remembers of past steps; the parameters stay. Masks of dropout begin
   * again with those of the first step.
   */
  void resetOptimizer();

  /**
   * Sets the statistics of all {@code NORMALIZATION} layers to those of data: the mean, and the
   * variance divided by the number of rows. It takes one pass, and sums up in {@code double}.
   * Replicas share the statistics: as {@code setParameters}, this needs that no other method of
   * them runs.
   *
   * @param inputs rows of {@link #inputSize()} values, usually those of the training data
   * @param from the first row
   * @param to the row after the last one
   * @throws IllegalArgumentException if the range is empty
   * @throws IllegalStateException if the network has no such layer
   */
  default void adapt(float[][] inputs, int from, int to) {
    throw new IllegalStateException("the network has no NORMALIZATION layer to adapt");
  }

  @Override
  FloatNetwork replica();

  @Override
  FloatNetwork copy();
}
