package io.github.gradsmith.internal.weights;

import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.TopologyLayer;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.row.RowFile;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.safetensors.TensorInfo;
import io.github.gradsmith.safetensors.TensorSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a network's parameters stand in a file: name and shape of each tensor, in the flat order of
 * the parameters, and the metadata that says to which network they belong.
 */
public final class ParameterTensors implements TensorSelection {
  static final String LAYERS = "layers";
  static final String ACTIVATIONS = "activations";

  /** {@code NAME:KIND:from:shape} for each constant of an enum. */
  static final String TOPOLOGY = "topology";

  /** What the names of tensors begin with that hold no parameters. */
  static final String STATE_PREFIX = "optimizer.";

  private static final String WEIGHT = ".weight";
  private static final String VARIANCE = ".variance";

  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<String, ParameterTensor> expected = new LinkedHashMap<>();
  private final Map<String, int[]> statistics = new LinkedHashMap<>();

  /** The tensors of a network of that shape. */
  public ParameterTensors(Topology topology) {
    if (topology.isChain()) {
      String widths =
          Arrays.stream(topology.widths())
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(","));
      metadata.put(LAYERS, widths);
    } else {
      metadata.put(
          TOPOLOGY,
          topology.layers().stream().map(ParameterTensors::text).collect(Collectors.joining(",")));
    }
    metadata.put(ACTIVATIONS, String.join(",", topology.activations()));
    metadata.put("loss", topology.loss());
    topology.parameters().forEach(tensor -> expected.put(tensor.name(), tensor));
    for (TopologyLayer layer : topology.layers()) {
      statistics(layer).forEach(name -> statistics.put(name, layer.shape()));
    }
  }

  /** The tensors that a layer takes from data instead of learning them, each of its shape. */
  static List<String> statistics(TopologyLayer layer) {
    String prefix = layer.name().toLowerCase(Locale.ROOT);
    return layer.kind().equals("NORMALIZATION")
        ? List.of(prefix + ".mean", prefix + VARIANCE)
        : List.of();
  }

  /** Its root is taken. */
  static void requireVariance(Tensor tensor) throws WeightsException {
    if (tensor.name().endsWith(VARIANCE)) {
      FiniteTensors.requireNotNegative(tensor);
    }
  }

  /** Numbers of all statistics. */
  int statisticCount() {
    return statistics.values().stream().mapToInt(shape -> shape[0]).sum();
  }

  /** {@code SUM:ADD:HIDDEN+AGAIN:64}. */
  private static String text(TopologyLayer layer) {
    return String.join(
        ":",
        layer.name(),
        layer.kind(),
        String.join("+", layer.from()),
        Arrays.stream(layer.shape()).mapToObj(Integer::toString).collect(Collectors.joining("x")));
  }

  /** Layers, activations and loss as texts. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /**
   * All parameters, if the file has them in the right shapes and no further tensors but those of an
   * optimizer and of rows.
   */
  @Override
  public Set<String> choose(Map<String, String> texts, Map<String, TensorInfo> found)
      throws WeightsException {
    requireSameMetadata(texts);
    for (TensorInfo tensor : found.values()) {
      if (!expected.containsKey(tensor.name())
          && !statistics.containsKey(tensor.name())
          && !tensor.name().startsWith(STATE_PREFIX)
          && !RowFile.isTensor(tensor.name())) {
        throw new WeightsException(
            "unknown tensor "
                + tensor.name()
                + tensor.problem().map(problem -> " (it " + problem + ")").orElse("")
                + ", expected "
                + names());
      }
    }
    requireBiases(found);
    for (ParameterTensor parameter : expected.values()) {
      require(parameter.name(), parameter.shape(), found);
    }
    for (Map.Entry<String, int[]> statistic : statistics.entrySet()) {
      require(statistic.getKey(), statistic.getValue(), found);
    }
    return names();
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>(expected.keySet());
    names.addAll(statistics.keySet());
    return names;
  }

  private static void require(String name, int[] shape, Map<String, TensorInfo> found)
      throws WeightsException {
    TensorInfo tensor = found.get(name);
    if (tensor == null) {
      throw new WeightsException("tensor " + name + " is missing, found " + found.keySet());
    }
    requireShape(tensor, shape);
  }

  /** Says of a file that has all the weights that some layers have no biases. */
  private void requireBiases(Map<String, TensorInfo> found) throws WeightsException {
    List<ParameterTensor> without = new ArrayList<>();
    for (ParameterTensor parameter : expected.values()) {
      if (!found.containsKey(parameter.name())) {
        if (parameter.name().endsWith(WEIGHT)) {
          return;
        }
        without.add(parameter);
      }
    }
    if (!without.isEmpty()) {
      throw new WeightsException(
          "it holds no bias for "
              + without.size()
              + (without.size() == 1 ? " layer, " : " layers, ")
              + "as nn.Linear(bias=False) leaves them out, but every layer here adds one: tensor "
              + without.get(0).name()
              + " is missing, found "
              + found.keySet()
              + ". Write zeros: "
              + without.stream().map(ParameterTensor::toString).collect(Collectors.joining(", ")));
    }
  }

  /** The parameters of the file in flat order, once it is certain that the file fits. */
  List<Tensor> select(Safetensors file) throws WeightsException {
    choose(file.metadata(), Collections.unmodifiableMap(file.tensors()));
    return tensors(file, expected.keySet());
  }

  /** The statistics of a file that fits, in the order of layers. */
  List<Tensor> selectStatistics(Safetensors file) throws WeightsException {
    List<Tensor> selected = tensors(file, statistics.keySet());
    for (Tensor tensor : selected) {
      requireVariance(tensor);
    }
    return selected;
  }

  private static List<Tensor> tensors(Safetensors file, Set<String> names) throws WeightsException {
    List<Tensor> selected = new ArrayList<>();
    for (String name : names) {
      selected.add(file.tensor(name));
    }
    return selected;
  }

  /** The names of all statistics, in the order of layers. */
  public List<String> statistics() {
    return List.copyOf(statistics.keySet());
  }

  private void requireSameMetadata(Map<String, String> texts) throws WeightsException {
    String topology = texts.get(TOPOLOGY);
    if (topology != null && metadata.containsKey(TOPOLOGY)) {
      requireSameLayers(topology.split(","), metadata.get(TOPOLOGY).split(","));
    }
    List<String> differences = new ArrayList<>();
    List<String> cures = new ArrayList<>();
    for (Map.Entry<String, String> expected : metadata.entrySet()) {
      String key = expected.getKey();
      String found = texts.get(key);
      if (found != null && !key.equals(TOPOLOGY) && !found.equals(expected.getValue())) {
        differences.add(key + " " + found + ", expected " + expected.getValue());
        cures.add(DeclaredAttribute.of(key, found));
      }
    }
    if (!differences.isEmpty()) {
      throw new WeightsException(
          "the weights belong to another network: "
              + String.join("; ", differences)
              + " (to load them, write "
              + String.join(", ", cures)
              + " at @Network)");
    }
  }

  private static void requireSameLayers(String[] found, String[] expected) throws WeightsException {
    for (int i = 0; i < Math.max(found.length, expected.length); i++) {
      String theirs = i < found.length ? found[i] : "no further layer";
      String ours = i < expected.length ? expected[i] : "no further layer";
      if (!theirs.equals(ours)) {
        throw new WeightsException(
            "the weights belong to another network: constant "
                + (i + 1)
                + " is "
                + theirs
                + ", expected "
                + ours
                + " (NAME:KIND:from:shape)");
      }
    }
  }

  /** Refuses a tensor of another shape, and one whose values cannot be read here. */
  static void requireShape(TensorInfo tensor, int[] expected) throws WeightsException {
    int[] found = tensor.shape();
    if (Arrays.equals(found, expected)) {
      return;
    }
    boolean swapped =
        found.length == 2
            && expected.length == 2
            && found[0] == expected[1]
            && found[1] == expected[0];
    throw new WeightsException(
        "tensor "
            + tensor.name()
            + " has shape "
            + Arrays.toString(found)
            + ", expected "
            + Arrays.toString(expected)
            + (swapped ? " (is it transposed? weights are stored [out, in])" : ""));
  }
}
