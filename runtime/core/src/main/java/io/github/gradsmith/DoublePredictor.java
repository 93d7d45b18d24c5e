package io.github.gradsmith;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A network of {@code double}s that predicts. The input is layer 1; layers 2 to L compute z = w a +
 * b from the layer before and a = f(z).
 *
 * <h2>Arguments</h2>
 *
 * <p>Every array has exactly the length its method names. One that is longer or shorter is an
 * {@link IllegalArgumentException} that says what was given and expected, a missing one a {@link
 * NullPointerException}, and a range of rows that does not lie within its array an {@link
 * IndexOutOfBoundsException}; all of them before anything is changed. Arrays that a method writes
 * must not be the ones it reads.
 *
 * <p>Numbers are not checked, except by {@code save} and {@code load} and where an embedding looks
 * them up: one that is no index, in any row of a call, is an {@link IllegalArgumentException}, too.
 * A NaN in the input gives NaN in every output it reaches; infinities follow the limits of the
 * activation, so that a sigmoid of ∞ is 1.
 *
 * <h2>Memory</h2>
 *
 * <p>{@link #forward(double[], double[])}, {@link #forward(double[][], double[][], int, int)},
 * {@link #classify} and {@link #trace} allocate nothing once they are compiled: a network takes its
 * working memory in its constructor, whatever the number of rows.
 *
 * <h2>Threads</h2>
 *
 * <p>One object belongs to one thread at a time. A {@link #replica} shares the parameters of its
 * origin and has working memory of its own: origin and replicas may run {@code forward}, {@code
 * classify} and {@code trace} at the same time. {@link #setParameters}, {@link #copyFrom} and
 * {@code load} change all of them and need that none of the others runs, with a happens-before edge
 * on either side. New weights under load therefore go into a new network and one volatile
 * reference.
 */
public interface DoublePredictor {
  /** Values in a row of input. */
  int inputSize();

  /** Values in a row of output. */
  int outputSize();

  /** Weights and biases of all layers. */
  int parameterCount();

  /** Shape, kinds and cost of this network. */
  Topology topology();

  /**
   * Computes the output of one sample.
   *
   * @param input {@link #inputSize()} values
   * @param output receives {@link #outputSize()} values
   */
  void forward(double[] input, double[] output);

  /**
   * Computes the output of one sample into a new array.
   *
   * @param input {@link #inputSize()} values
   * @return {@link #outputSize()} values
   */
  default double[] forward(double[] input) {
    double[] output = new double[outputSize()];
    forward(input, output);
    return output;
  }

  /**
   * Computes the outputs of several samples; does nothing if the range is empty.
   *
   * @param inputs rows of {@link #inputSize()} values
   * @param outputs rows of {@link #outputSize()} values; row i receives the output of row i
   * @param from the first row
   * @param to the row after the last one
   */
  void forward(double[][] inputs, double[][] outputs, int from, int to);

  /**
   * The index of the largest output of one sample; the lowest index on a tie. NaN counts as larger
   * than any number.
   *
   * @param input {@link #inputSize()} values
   * @throws IllegalStateException if the network has a single output, which is no choice
   */
  int classify(double[] input);

  /**
   * Computes one sample and keeps what every layer did: row l − 1 is layer l.
   *
   * @param input {@link #inputSize()} values
   * @param z one row per layer; each but the first receives its layer's weighted sums. The first is
   *     not touched and may be null: the input layer has none
   * @param a one row per layer; each receives its layer's outputs, the first the input
   */
  void trace(double[] input, double[][] z, double[][] a);

  /**
   * Copies all parameters: layer by layer, weights row-major [out][in], then biases.
   *
   * @param destination receives {@link #parameterCount()} values
   */
  void getParameters(double[] destination);

  /**
   * Replaces all parameters, of this network and of all that share them; optimizer state stays.
   *
   * @param source {@link #parameterCount()} values in the order of {@link #getParameters}
   */
  void setParameters(double[] source);

  /**
   * Writes the parameters to a safetensors file, {@code layer2.weight} [out, in], {@code
   * layer2.bias} [out] and so on. A file that exists is replaced in one step.
   *
   * @throws WeightsException if a parameter is not finite, which is named; the file is as it was
   */
  void save(Path file) throws IOException;

  /**
   * Writes the same to a stream and does not close it.
   *
   * @throws WeightsException if a parameter is not finite; nothing is written
   */
  void save(OutputStream out) throws IOException;

  /**
   * Replaces all parameters by those of a safetensors file, which may hold {@code F64}, {@code
   * F32}, {@code F16} or {@code BF16}. Names and shapes are judged before values are read, so that
   * no more memory is taken than the parameters need. What a file holds of an optimizer is left out
   * here, and taken over where the same optimizer trains.
   *
   * @throws WeightsException if the file is damaged, belongs to another network or holds a number
   *     that is not finite; the parameters are as they were
   */
  void load(Path file) throws IOException;

  /**
   * The same from a stream, which is read to its end and not closed.
   *
   * @throws WeightsException if the content is damaged, belongs to another network or holds a
   *     number that is not finite; the parameters are as they were
   */
  void load(InputStream in) throws IOException;

  /**
   * Calls the methods that compute, on a network of its own and made-up data, until the JVM has
   * compiled them: the first real calls are as fast as all later ones. Parameters, and what an
   * optimizer keeps, are not touched.
   *
   * <p>This takes about two seconds where two processors are free, and ten seconds at most.
   * Meanwhile it needs memory as another network of this kind does, and three times its parameters.
   * One call serves all networks of this class.
   */
  void warmUp();

  /** Another object with the same parameters (the same memory) and working memory of its own. */
  DoublePredictor replica();

  /**
   * Another network with parameters of its own, equal to these to the bit, and likewise what else
   * training goes on from: the optimizer's state, statistics and the seed of masks. From then on
   * neither changes the other.
   */
  DoublePredictor copy();

  /**
   * Takes over from another network all that {@link #copy} copies, without allocating anything.
   *
   * @param other a network of the same generated class; it may be a replica of this one
   * @throws IllegalArgumentException if it is of another class; nothing is changed
   */
  void copyFrom(DoublePredictor other);
}
