package io.github.gradsmith;

import io.github.gradsmith.internal.file.AtomicFile;
import io.github.gradsmith.internal.onnx.OnnxModel;
import io.github.gradsmith.internal.onnx.OnnxRows;
import io.github.gradsmith.internal.weights.DoubleStatistics;
import io.github.gradsmith.internal.weights.FiniteTensors;
import io.github.gradsmith.internal.weights.FloatStatistics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes networks as ONNX models, for runtimes and tools of other languages.
 *
 * <p>A model has format version 8 and operator set 17, so that runtimes from 2022 on read it. Its
 * input is {@code input} [batch, in], its output {@code output} [batch, out], with any number of
 * rows. A layer is {@code Gemm} on {@code layer2.weight} [out, in] and {@code layer2.bias}, then
 * the operators of its activation; a formula of the user's own becomes an operator for each of its
 * steps. The metadata holds {@code layers}, {@code activations} and {@code loss} as a weight file
 * does. Where records are rows, it also holds {@code features} and {@code outputs} as that file
 * does, and {@code input}: {@code encoded} if the model takes rows as {@code encode} gives them,
 * {@code raw numbers} with {@link Option#RAW_NUMBERS}.
 *
 * <p>A model computes what {@code forward} does, to rounding: with functions of the runtime's own.
 * The steps of a formula are computed as written, so that {@code log(1 + exp(z))}, which a
 * generated network keeps finite for any z, is infinite there for a large one; {@code softplus(z)}
 * is not.
 *
 * <p>Models of {@code double} networks are of {@code double} throughout, but the operators' own
 * constants are floats in ONNX: {@code LEAKY_RELU}, {@code SELU} and {@code HARD_SIGMOID} agree to
 * seven digits. ONNX Runtime 1.29 has no kernels on doubles for {@code ELU}, {@code SELU}, {@code
 * SOFTPLUS}, {@code SOFTSIGN}, {@code GELU}, {@code MISH}, {@code HARD_SIGMOID} and the functions
 * {@code erf atan sinh cosh}, and takes {@code SILU} at the optimization level {@code BASIC_OPT}
 * only.
 */
public final class Onnx {
  private Onnx() {}

  /** What a model does besides computing the network. */
  public enum Option {
    /**
     * The scaling of rows stands in the model. For a network whose rows are records; any other one
     * refuses it.
     *
     * <p>The input is what {@code encode} gives, but with the numbers as the record holds them
     * where mean and deviation or minimum and maximum scale them: area in m², not in deviations. A
     * number that is missing is NaN there, and the flag behind it 1. All else, constants of an enum
     * for example, is encoded. Outputs whose targets are scaled come out in their own units, as
     * from {@code float price(House house)}.
     *
     * <p>Scaling is computed in double and rounded once, as the network does it, so that a number
     * that a float holds gives the same bits. A model of a {@code float} network takes floats: a
     * number that needs more than seven digits is rounded before it is scaled.
     */
    RAW_NUMBERS
  }

  /**
   * Writes a network of floats to a file. One that exists is replaced in one step; a failure leaves
   * it as it was.
   *
   * @throws IllegalArgumentException if the file would have more than 2 GB, which ONNX does not
   *     allow, or the network names an activation that is not Gradsmith's
   * @throws WeightsException if a parameter is not finite
   */
  public static void write(FloatPredictor network, Path file) throws IOException {
    write(network, file, new Option[0]);
  }

  /**
   * As {@link #write(FloatPredictor, Path)}, with options.
   *
   * @throws IllegalArgumentException also if the network has no rows and {@link Option#RAW_NUMBERS}
   *     is wanted
   * @throws IllegalStateException if the network has not seen rows, and that option is wanted
   */
  public static void write(FloatPredictor network, Path file, Option... options)
      throws IOException {
    AtomicFile.write(file, model(network, options)::write);
  }

  /**
   * Writes the same to a stream and does not close it.
   *
   * @throws IllegalArgumentException as {@link #write(FloatPredictor, Path)}, with nothing written
   * @throws WeightsException if a parameter is not finite, with nothing written
   */
  public static void write(FloatPredictor network, OutputStream out) throws IOException {
    write(network, out, new Option[0]);
  }

  /**
   * As {@link #write(FloatPredictor, OutputStream)}, with options.
   *
   * @throws IllegalArgumentException as {@link #write(FloatPredictor, Path, Option...)}
   * @throws IllegalStateException likewise
   */
  public static void write(FloatPredictor network, OutputStream out, Option... options)
      throws IOException {
    model(network, options).write(out);
  }

  /** As {@link #write(FloatPredictor, Path)}. */
  public static void write(DoublePredictor network, Path file) throws IOException {
    write(network, file, new Option[0]);
  }

  /** As {@link #write(FloatPredictor, Path, Option...)}. */
  public static void write(DoublePredictor network, Path file, Option... options)
      throws IOException {
    AtomicFile.write(file, model(network, options)::write);
  }

  /** As {@link #write(FloatPredictor, OutputStream)}. */
  public static void write(DoublePredictor network, OutputStream out) throws IOException {
    write(network, out, new Option[0]);
  }

  /** As {@link #write(FloatPredictor, OutputStream, Option...)}. */
  public static void write(DoublePredictor network, OutputStream out, Option... options)
      throws IOException {
    model(network, options).write(out);
  }

  private static OnnxModel model(FloatPredictor network, Option... options) throws IOException {
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    OnnxRows rows = rows(network, options);
    FiniteTensors.requireWritable(network.topology(), parameters);
    return network instanceof FloatStatistics
        ? OnnxModel.of(
            network.topology(), rows, parameters, ((FloatStatistics) network).statisticsOfLayers())
        : OnnxModel.of(network.topology(), rows, parameters);
  }

  private static OnnxModel model(DoublePredictor network, Option... options) throws IOException {
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    OnnxRows rows = rows(network, options);
    FiniteTensors.requireWritable(network.topology(), parameters);
    return network instanceof DoubleStatistics
        ? OnnxModel.of(
            network.topology(), rows, parameters, ((DoubleStatistics) network).statisticsOfLayers())
        : OnnxModel.of(network.topology(), rows, parameters);
  }

  private static OnnxRows rows(Object network, Option... options) {
    return OnnxRows.of(network, List.of(options).contains(Option.RAW_NUMBERS));
  }
}
