package io.github.gradsmith.internal.weights;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.file.InputFile;
import io.github.gradsmith.internal.row.RowFile;
import io.github.gradsmith.internal.row.RowNetwork;
import io.github.gradsmith.internal.row.RowState;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Saves and loads the parameters of a network as a safetensors file.
 *
 * <p>The input is layer 1, so the tensors are {@code layer2.weight} [out, in], {@code layer2.bias}
 * [out], {@code layer3.weight} and so on; the parameters are flat, layer by layer, weights
 * row-major before biases. The metadata holds {@code layers} ("784,30,10"), {@code activations}
 * ("SIGMOID,SIGMOID") and {@code loss} ("HALF_SQUARED_ERROR"), a formula of the user's own in its
 * canonical spelling in place of a name: a file that contradicts one of them is refused, a file
 * without it accepted. Tensors named {@code optimizer.*} are ignored, any other tensor that the
 * network does not have is refused, before any values are read. {@code F64}, {@code F32}, {@code
 * F16} and {@code BF16} load into either precision, but a finite number beyond the range of {@code
 * float} does not become an infinity: it is refused. Infinities and NaN are neither written nor
 * loaded, see {@link FiniteTensors}.
 */
public final class WeightFile {
  private WeightFile() {}

  /**
   * Writes or replaces a file in one step; a failure leaves an old one as it was.
   *
   * @throws IllegalArgumentException if the topology has more or fewer parameters
   * @throws WeightsException if a parameter is not finite
   */
  public static void save(Topology topology, float[] parameters, Path file) throws IOException {
    writable(content(topology, parameters)).write(file);
  }

  /** As {@link #save(Topology, float[], Path)}. */
  public static void save(Topology topology, double[] parameters, Path file) throws IOException {
    writable(content(topology, parameters)).write(file);
  }

  /**
   * Writes to a stream without closing it.
   *
   * @throws IllegalArgumentException if the topology has more or fewer parameters
   * @throws WeightsException if a parameter is not finite; nothing is written
   */
  public static void save(Topology topology, float[] parameters, OutputStream out)
      throws IOException {
    writable(content(topology, parameters)).write(out);
  }

  /** As {@link #save(Topology, float[], OutputStream)}. */
  public static void save(Topology topology, double[] parameters, OutputStream out)
      throws IOException {
    writable(content(topology, parameters)).write(out);
  }

  /** The parameters of {@code network}, as {@link #save(Topology, float[], Path)}. */
  public static void save(FloatPredictor network, Path file) throws IOException {
    writable(content(network)).write(file);
  }

  /** The parameters of {@code network}, as {@link #save(Topology, float[], OutputStream)}. */
  public static void save(FloatPredictor network, OutputStream out) throws IOException {
    writable(content(network)).write(out);
  }

  /** The parameters of {@code network}, as {@link #save(Topology, double[], Path)}. */
  public static void save(DoublePredictor network, Path file) throws IOException {
    writable(content(network)).write(file);
  }

  /** The parameters of {@code network}, as {@link #save(Topology, double[], OutputStream)}. */
  public static void save(DoublePredictor network, OutputStream out) throws IOException {
    writable(content(network)).write(out);
  }

  /**
   * The flat parameters in a file.
   *
   * @throws WeightsException if the file is damaged or does not fit; the message names it
   */
  public static float[] loadFloats(Topology topology, Path file) throws IOException {
    try (InputStream in = InputFile.open(file)) {
      return loadFloats(topology, in);
    } catch (WeightsException e) {
      throw new WeightsException(file + ": " + e.getMessage(), e);
    }
  }

  /** As {@link #loadFloats(Topology, Path)}. */
  public static double[] loadDoubles(Topology topology, Path file) throws IOException {
    try (InputStream in = InputFile.open(file)) {
      return loadDoubles(topology, in);
    } catch (WeightsException e) {
      throw new WeightsException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The flat parameters in a stream, which is read to its end and not closed.
   *
   * @throws WeightsException if the content is damaged or does not fit
   */
  public static float[] loadFloats(Topology topology, InputStream in) throws IOException {
    return floats(topology, Safetensors.read(in, new ParameterTensors(topology)));
  }

  /**
   * The flat parameters among tensors.
   *
   * @throws WeightsException if they do not fit
   */
  public static float[] floats(Topology topology, Safetensors content) throws WeightsException {
    ParameterTensors layout = new ParameterTensors(topology);
    float[] parameters = new float[topology.parameterCount()];
    int offset = 0;
    for (Tensor tensor : layout.select(content)) {
      FiniteTensors.requireFloats(tensor);
      float[] values = tensor.toFloats();
      System.arraycopy(values, 0, parameters, offset, values.length);
      offset += values.length;
    }
    return parameters;
  }

  /** As {@link #loadFloats(Topology, InputStream)}. */
  public static double[] loadDoubles(Topology topology, InputStream in) throws IOException {
    return doubles(topology, Safetensors.read(in, new ParameterTensors(topology)));
  }

  /**
   * The flat parameters among tensors.
   *
   * @throws WeightsException if they do not fit
   */
  public static double[] doubles(Topology topology, Safetensors content) throws WeightsException {
    ParameterTensors layout = new ParameterTensors(topology);
    double[] parameters = new double[topology.parameterCount()];
    int offset = 0;
    for (Tensor tensor : layout.select(content)) {
      FiniteTensors.requireDoubles(tensor);
      double[] values = tensor.toDoubles();
      System.arraycopy(values, 0, parameters, offset, values.length);
      offset += values.length;
    }
    return parameters;
  }

  private static Safetensors writable(Safetensors content) throws WeightsException {
    FiniteTensors.requireWritable(content.tensors().values());
    return content;
  }

  /** The parameters as a file holds them, finite or not. */
  public static Safetensors content(FloatPredictor network) {
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    float[][] statistics =
        network instanceof FloatStatistics
            ? ((FloatStatistics) network).statisticsOfLayers()
            : new float[0][];
    return withRows(network, content(network.topology(), parameters, statistics));
  }

  /**
   * Sets the parameters of a network, and its statistics if it has any, to those of a file.
   *
   * @throws WeightsException if they do not fit; the network is as it was
   */
  public static void set(FloatPredictor network, Safetensors content) throws WeightsException {
    float[] parameters = floats(network.topology(), content);
    List<Tensor> tensors = new ParameterTensors(network.topology()).selectStatistics(content);
    for (Tensor tensor : tensors) {
      FiniteTensors.requireFloats(tensor);
    }
    RowFile.Change rows = rows(network, content);
    network.setParameters(parameters);
    for (int i = 0; i < tensors.size(); i++) {
      float[] row = ((FloatStatistics) network).statisticsOfLayers()[i];
      System.arraycopy(tensors.get(i).toFloats(), 0, row, 0, row.length);
    }
    apply(rows);
  }

  private static Safetensors content(Topology topology, float[] parameters, float[]... statistics) {
    Arguments.length(parameters, topology.parameterCount(), "parameters");
    ParameterTensors layout = new ParameterTensors(topology);
    List<Tensor> tensors = new ArrayList<>();
    for (ParameterTensor tensor : topology.parameters()) {
      int end = tensor.offset() + tensor.size();
      float[] values = Arrays.copyOfRange(parameters, tensor.offset(), end);
      tensors.add(Tensor.of(tensor.name(), values, tensor.shape()));
    }
    for (int i = 0; i < statistics.length; i++) {
      tensors.add(Tensor.of(layout.statistics().get(i), statistics[i], statistics[i].length));
    }
    return new Safetensors(layout.metadata(), tensors);
  }

  /** The parameters as a file holds them, finite or not. */
  public static Safetensors content(DoublePredictor network) {
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    double[][] statistics =
        network instanceof DoubleStatistics
            ? ((DoubleStatistics) network).statisticsOfLayers()
            : new double[0][];
    return withRows(network, content(network.topology(), parameters, statistics));
  }

  /** As {@link #set(FloatPredictor, Safetensors)}. */
  public static void set(DoublePredictor network, Safetensors content) throws WeightsException {
    double[] parameters = doubles(network.topology(), content);
    List<Tensor> tensors = new ParameterTensors(network.topology()).selectStatistics(content);
    for (Tensor tensor : tensors) {
      FiniteTensors.requireDoubles(tensor);
    }
    RowFile.Change rows = rows(network, content);
    network.setParameters(parameters);
    for (int i = 0; i < tensors.size(); i++) {
      double[] row = ((DoubleStatistics) network).statisticsOfLayers()[i];
      System.arraycopy(tensors.get(i).toDoubles(), 0, row, 0, row.length);
    }
    apply(rows);
  }

  private static Safetensors content(
      Topology topology, double[] parameters, double[]... statistics) {
    Arguments.length(parameters, topology.parameterCount(), "parameters");
    ParameterTensors layout = new ParameterTensors(topology);
    List<Tensor> tensors = new ArrayList<>();
    for (ParameterTensor tensor : topology.parameters()) {
      int end = tensor.offset() + tensor.size();
      double[] values = Arrays.copyOfRange(parameters, tensor.offset(), end);
      tensors.add(Tensor.of(tensor.name(), values, tensor.shape()));
    }
    for (int i = 0; i < statistics.length; i++) {
      tensors.add(Tensor.of(layout.statistics().get(i), statistics[i], statistics[i].length));
    }
    return new Safetensors(layout.metadata(), tensors);
  }

  /** With what a network that has rows keeps of them. */
  private static Safetensors withRows(Object network, Safetensors content) {
    if (!(network instanceof RowNetwork)) {
      return content;
    }
    RowState rows = ((RowNetwork) network).rowState();
    Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
    metadata.putAll(RowFile.metadata(rows));
    List<Tensor> tensors = new ArrayList<>(content.tensors().values());
    tensors.addAll(RowFile.tensors(rows));
    return new Safetensors(metadata, tensors);
  }

  private static RowFile.Change rows(Object network, Safetensors content) throws WeightsException {
    return network instanceof RowNetwork
        ? RowFile.read(((RowNetwork) network).rowState(), content)
        : null;
  }

  private static void apply(RowFile.Change rows) {
    if (rows != null) {
      rows.apply();
    }
  }
}
