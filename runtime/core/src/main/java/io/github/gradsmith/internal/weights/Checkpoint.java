package io.github.gradsmith.internal.weights;

import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.file.InputFile;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.internal.row.RowFile;
import io.github.gradsmith.internal.row.RowState;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.safetensors.TensorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The arrays that training goes on from, parameters and the optimizer's state, saved to a file and
 * loaded in place.
 *
 * <p>The parameters stand in the file as {@link WeightFile} describes it. What the optimizer keeps
 * stands beside them as tensors of the same shapes, {@code optimizer.exp_avg.layer2.weight}, {@code
 * optimizer.exp_avg.layer2.bias} and so on, named for PyTorch's slots, and the steps so far as the
 * single number {@code optimizer.step} of type {@code F64}. The metadata holds {@code optimizer}
 * ("ADAM") for whoever reads it; it is not compared.
 *
 * <p>Masks of dropout depend on the steps so far, too, and on {@code dropout.seed} in the metadata:
 * a network with dropout writes both, whatever its optimizer.
 *
 * <p>A negative number in a slot that holds squares is refused.
 *
 * <p>A file without any tensor of the optimizer's slots (a file of parameters only, or of an
 * optimizer that keeps other things) sets the state to 0, as before the first step. A file that has
 * some must have all, in the right shapes.
 */
public final class Checkpoint {
  private static final String STEPS = ParameterTensors.STATE_PREFIX + "step";

  private static final String SEED = "dropout.seed";

  /** Slots that hold means or sums of squares. */
  private static final Set<String> SQUARES = Set.of("square_avg", "exp_avg_sq", "sum");

  /** From here on a double no longer holds every whole number. */
  private static final double MOST_STEPS = 0x1p53;

  private final Topology topology;
  private final List<StoredRows> parameters = new ArrayList<>();
  private final Map<String, StoredRows> state = new LinkedHashMap<>();
  private final Set<String> prefixes = new TreeSet<>();
  private long[] seeds;
  private StoredRows stepsOfDropout;
  private RowState rowState;

  /** Of a network that has no arrays yet. */
  public Checkpoint(Topology topology) {
    this.topology = topology;
  }

  /**
   * Adds weights and biases of a layer; the first one after the input is 2.
   *
   * @param layout the order in which the weights are kept
   */
  public void addParameters(int layer, WeightLayout layout, float[][] weights, float[] biases) {
    parameters.add(weights("", layer, layout, weights));
    if (biases.length > 0) {
      parameters.add(biases("", layer, biases));
    }
  }

  /** Adds what the optimizer keeps in a slot for each weight and bias of a layer. */
  public void addState(
      String slot, int layer, WeightLayout layout, float[][] weights, float[] biases) {
    addState(weights(prefix(slot), layer, layout, weights));
    if (biases.length > 0) {
      addState(biases(prefix(slot), layer, biases));
    }
  }

  /**
   * Adds weights and biases of a layer; the first one after the input is 2.
   *
   * @param layout the order in which the weights are kept
   */
  public void addParameters(int layer, WeightLayout layout, double[][] weights, double[] biases) {
    parameters.add(weights("", layer, layout, weights));
    if (biases.length > 0) {
      parameters.add(biases("", layer, biases));
    }
  }

  /** Adds what the optimizer keeps in a slot for each weight and bias of a layer. */
  public void addState(
      String slot, int layer, WeightLayout layout, double[][] weights, double[] biases) {
    addState(weights(prefix(slot), layer, layout, weights));
    if (biases.length > 0) {
      addState(biases(prefix(slot), layer, biases));
    }
  }

  /** Adds the number of steps so far, the only entry of the array. */
  public void addSteps(double[] steps) {
    addState(StoredDoubles.row(STEPS, steps));
  }

  /** Adds the statistics of a layer; the first one after the input is 2. */
  public void addStatistics(int layer, float[] mean, float[] variance) {
    List<String> names = ParameterTensors.statistics(topology.layers().get(layer - 1));
    parameters.add(StoredFloats.row(names.get(0), mean, mean.length));
    parameters.add(StoredFloats.row(names.get(1), variance, variance.length));
  }

  /** Adds the statistics of a layer; the first one after the input is 2. */
  public void addStatistics(int layer, double[] mean, double[] variance) {
    List<String> names = ParameterTensors.statistics(topology.layers().get(layer - 1));
    parameters.add(StoredDoubles.row(names.get(0), mean, mean.length));
    parameters.add(StoredDoubles.row(names.get(1), variance, variance.length));
  }

  /**
   * Adds what masks of dropout depend on, after all else.
   *
   * @param seeds the seed, then that which a file without one sets it to
   * @param steps the steps so far, which may be those of the optimizer
   */
  public void addDropout(long[] seeds, double[] steps) {
    this.seeds = seeds;
    if (!state.containsKey(STEPS)) {
      stepsOfDropout = StoredDoubles.row(STEPS, steps);
    }
  }

  /** Adds what the network keeps of its rows. */
  public void addRows(RowState rows) {
    rowState = rows;
  }

  private String prefix(String slot) {
    String prefix = ParameterTensors.STATE_PREFIX + slot + ".";
    prefixes.add(prefix);
    return prefix;
  }

  private void addState(StoredRows rows) {
    state.put(rows.name(), rows);
  }

  private ParameterTensor weight(int layer) {
    return topology.layers().get(layer - 1).parameters().get(0);
  }

  private ParameterTensor bias(int layer) {
    return topology.layers().get(layer - 1).parameters().get(1);
  }

  private StoredRows weights(String prefix, int layer, WeightLayout layout, float[][] weights) {
    ParameterTensor tensor = weight(layer);
    return StoredFloats.weights(prefix + tensor.name(), layout, weights, tensor.shape());
  }

  private StoredRows biases(String prefix, int layer, float[] values) {
    return StoredFloats.row(prefix + bias(layer).name(), values, bias(layer).shape());
  }

  private StoredRows weights(String prefix, int layer, WeightLayout layout, double[][] weights) {
    ParameterTensor tensor = weight(layer);
    return StoredDoubles.weights(prefix + tensor.name(), layout, weights, tensor.shape());
  }

  private StoredRows biases(String prefix, int layer, double[] values) {
    return StoredDoubles.row(prefix + bias(layer).name(), values, bias(layer).shape());
  }

  /**
   * Writes or replaces a file in one step; a failure leaves an old one as it was.
   *
   * @throws WeightsException if a number is not finite
   */
  public void save(Path file) throws IOException {
    content().write(file);
  }

  /**
   * Writes the same to a stream and does not close it.
   *
   * @throws WeightsException if a number is not finite; nothing is written
   */
  public void save(OutputStream out) throws IOException {
    content().write(out);
  }

  private Safetensors content() throws WeightsException {
    Map<String, String> metadata = new LinkedHashMap<>(new ParameterTensors(topology).metadata());
    metadata.put("optimizer", topology.optimizer());
    List<Tensor> tensors = new ArrayList<>();
    parameters.forEach(rows -> tensors.add(rows.tensor()));
    state.values().forEach(rows -> tensors.add(rows.tensor()));
    if (seeds != null) {
      metadata.put(SEED, Long.toString(seeds[0]));
    }
    if (stepsOfDropout != null) {
      tensors.add(stepsOfDropout.tensor());
    }
    if (rowState != null) {
      metadata.putAll(RowFile.metadata(rowState));
      tensors.addAll(RowFile.tensors(rowState));
    }
    FiniteTensors.requireWritable(tensors);
    return new Safetensors(metadata, tensors);
  }

  /**
   * Loads all arrays from a file.
   *
   * @throws WeightsException if the file is damaged or does not fit; the message names it, and the
   *     arrays are as they were
   */
  public void load(Path file) throws IOException {
    try (InputStream in = InputFile.open(file)) {
      load(in);
    } catch (WeightsException e) {
      throw new WeightsException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Loads all arrays from a stream, which is read to its end and not closed.
   *
   * @throws WeightsException if the content is damaged or does not fit; the arrays are as they were
   */
  public void load(InputStream in) throws IOException {
    Safetensors file = Safetensors.read(in, this::choose);
    for (StoredRows rows : parameters) {
      rows.requireFit(file.tensor(rows.name()));
      ParameterTensors.requireVariance(file.tensor(rows.name()));
    }
    long seed = seeds == null ? 0 : seed(file.metadata());
    boolean hasSteps = stepsOfDropout != null && file.tensors().containsKey(STEPS);
    if (hasSteps) {
      requireSteps(file.tensor(STEPS));
    }
    boolean hasState = file.tensors().keySet().stream().anyMatch(this::isOfSlot);
    if (hasState) {
      requireState(file);
    }
    RowFile.Change ofRows = rowState == null ? null : RowFile.read(rowState, file);
    for (StoredRows rows : parameters) {
      rows.set(file.tensor(rows.name()));
    }
    if (ofRows != null) {
      ofRows.apply();
    }
    for (StoredRows rows : state.values()) {
      set(rows, file, hasState);
    }
    if (stepsOfDropout != null) {
      set(stepsOfDropout, file, hasSteps);
    }
    if (seeds != null) {
      seeds[0] = seed;
    }
  }

  private static void set(StoredRows rows, Safetensors file, boolean hasThem)
      throws WeightsException {
    if (hasThem) {
      rows.set(file.tensor(rows.name()));
    } else {
      rows.clear();
    }
  }

  private long seed(Map<String, String> metadata) throws WeightsException {
    String seed = metadata.get(SEED);
    try {
      return seed == null ? seeds[1] : Long.parseLong(seed);
    } catch (NumberFormatException e) {
      throw new WeightsException(
          "metadata " + SEED + " is \"" + seed + "\", expected a whole number of 64 bits", e);
    }
  }

  /** The tensors of the arrays that are there, before their values are read. */
  private Set<String> choose(Map<String, String> metadata, Map<String, TensorInfo> tensors)
      throws WeightsException {
    Set<String> chosen = new HashSet<>(new ParameterTensors(topology).choose(metadata, tensors));
    if (stepsOfDropout != null && tensors.containsKey(STEPS)) {
      chosen.add(STEPS);
    }
    if (rowState != null) {
      tensors.keySet().stream().filter(RowFile::isTensor).forEach(chosen::add);
    }
    if (tensors.keySet().stream().noneMatch(this::isOfSlot)) {
      return chosen;
    }
    for (TensorInfo tensor : tensors.values()) {
      StoredRows rows = state.get(tensor.name());
      if (rows != null) {
        ParameterTensors.requireShape(tensor, rows.shape());
        chosen.add(tensor.name());
      } else if (isOfSlot(tensor.name())) {
        throw new WeightsException(
            "unknown tensor " + tensor.name() + ", expected " + state.keySet());
      }
    }
    return chosen;
  }

  private boolean isOfSlot(String tensor) {
    return prefixes.stream().anyMatch(tensor::startsWith);
  }

  private void requireState(Safetensors file) throws WeightsException {
    for (StoredRows rows : state.values()) {
      Tensor tensor = file.tensor(rows.name());
      if (rows.name().equals(STEPS)) {
        requireSteps(tensor);
      } else {
        rows.requireFit(tensor);
        requireSquares(tensor);
      }
    }
  }

  /** A step takes the root of these, so that a negative one would become NaN in the parameters. */
  private static void requireSquares(Tensor tensor) throws WeightsException {
    String slot = tensor.name().substring(ParameterTensors.STATE_PREFIX.length()).split("\\.")[0];
    if (SQUARES.contains(slot)) {
      FiniteTensors.requireNotNegative(tensor);
    }
  }

  private static void requireSteps(Tensor tensor) throws WeightsException {
    ParameterTensors.requireShape(tensor, new int[0]);
    double steps = tensor.toDoubles()[0];
    if (!(steps >= 0 && steps <= MOST_STEPS && steps == (long) steps)) {
      throw new WeightsException(
          "tensor " + STEPS + " holds " + steps + ", expected a number of steps");
    }
  }
}
