package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.resolve.WeightTensors;
import io.github.gradsmith.processor.validate.graph.MeantLayers;
import io.github.gradsmith.processor.validate.rule.FiniteNumbers;
import io.github.gradsmith.processor.validate.rule.Spelling;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.safetensors.TensorInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The tensors of a weight file beside the layers that take them. */
public final class LayerWeights {
  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";

  /** What a training kept, and what came with its data: a checkpoint serves as well. */
  private static final List<String> STATE =
      List.of("optimizer.", "training.", "features.", "targets.");

  /** Tensors of a file whose types and shapes are looked at where its names do not fit. */
  private static final int MOST_LISTED = 200;

  /** Values that are read at once, unless a single tensor has more. */
  private static final long MOST_READ_TOGETHER = 4 << 20;

  /** Further tensors that are named. */
  private static final int MOST_UNUSED = 20;

  private final ResolvedNetwork network;
  private final MeantLayers layers;
  private final WeightTensors content;
  private final String file;
  private final Place place;

  /** Of a network whose layers are known. */
  public LayerWeights(ResolvedNetwork network, MeantLayers layers, WeightTensors content) {
    this.network = network;
    this.layers = layers;
    this.content = content;
    this.file = network.declaration().weights().orElseThrow().value().name();
    this.place = network.declaration().weights().orElseThrow().place();
  }

  /**
   * What does not fit; nothing if the number of names does not, which has a rule of its own. Values
   * are read once all tensors are those of the layers.
   *
   * @throws IOException if a tensor that a layer takes is damaged, or holds no such numbers
   */
  List<Fault> faults() throws IOException {
    if (network.declaration().names().isPresent()
        && network.declaration().names().get().value().size() != layers.filed().size()) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>(TopologyOfFile.faults(network, layers, content));
    List<ExpectedTensor> withoutBias = withoutBias();
    for (ExpectedTensor tensor : expected()) {
      if (!withoutBias.contains(tensor)) {
        faults.addAll(judge(tensor));
      }
    }
    if (!withoutBias.isEmpty()) {
      faults.add(biasMissing(withoutBias));
    }
    if (faults.isEmpty()) {
      faults.addAll(unused());
    }
    if (faults.isEmpty()) {
      for (List<ExpectedTensor> part : parts(expected())) {
        for (Tensor tensor : read(part).values()) {
          faults.addAll(finite(tensor));
        }
      }
    }
    return faults;
  }

  private List<Fault> unused() {
    Set<String> expected = names();
    return content.listing().values().stream()
        .filter(
            tensor ->
                STATE.stream().noneMatch(tensor.name()::startsWith)
                    && !expected.contains(tensor.name()))
        .limit(MOST_UNUSED)
        .map(
            tensor ->
                Message.TENSOR_UNUSED.at(
                    place,
                    file,
                    tensor.name(),
                    tensor.problem().map(problem -> " (it " + problem + ")").orElse(""),
                    String.join(", ", expected)))
        .toList();
  }

  /** Biases that are not there, of layers whose weights are, perhaps by other names. */
  private List<ExpectedTensor> withoutBias() throws IOException {
    Set<String> names = content.listing().keySet();
    boolean none =
        otherPrefixes().isPresent() && names.stream().noneMatch(name -> name.endsWith(BIAS));
    return expected().stream()
        .filter(ExpectedTensor::isBias)
        .filter(bias -> none || names.contains(bias.prefix() + WEIGHT))
        .filter(bias -> !names.contains(bias.name()))
        .toList();
  }

  private Fault biasMissing(List<ExpectedTensor> biases) throws IOException {
    List<String> prefixes = otherPrefixes().orElse(prefixes());
    List<LayerModel> filed = layers.filed();
    return Message.BIAS_MISSING.at(
        biases.get(0).place(),
        file,
        (biases.size() == 1 ? "layer " : "layers ")
            + biases.stream().map(bias -> label(bias.layer())).collect(Collectors.joining(", ")),
        all(content.listing().keySet()),
        biases.stream()
            .map(
                bias ->
                    prefixes.get(filed.indexOf(bias.layer()))
                        + BIAS
                        + " "
                        + Arrays.toString(bias.sizes()))
            .collect(Collectors.joining(", ")));
  }

  /**
   * All parameters, flat, of a file without faults, and all statistics behind them.
   *
   * @throws IOException if it is damaged
   */
  public double[] parameters() throws IOException {
    List<ExpectedTensor> chosen =
        expected().stream().sorted(Comparator.comparing(ExpectedTensor::isStatistic)).toList();
    double[] flat = new double[chosen.stream().mapToInt(ExpectedTensor::count).sum()];
    int at = 0;
    for (List<ExpectedTensor> part : parts(chosen)) {
      Map<String, Tensor> tensors = read(part);
      for (ExpectedTensor expected : part) {
        tensors.get(expected.name()).copyTo(flat, at);
        at += expected.count();
      }
    }
    return flat;
  }

  /** Tensors that are read together: of a large file memory does not hold all at once. */
  private static List<List<ExpectedTensor>> parts(List<ExpectedTensor> tensors) {
    List<List<ExpectedTensor>> parts = new ArrayList<>();
    long count = MOST_READ_TOGETHER;
    for (ExpectedTensor tensor : tensors) {
      count += tensor.count();
      if (count > MOST_READ_TOGETHER) {
        parts.add(new ArrayList<>());
        count = tensor.count();
      }
      parts.get(parts.size() - 1).add(tensor);
    }
    return parts;
  }

  private Map<String, Tensor> read(List<ExpectedTensor> part) throws IOException {
    return content.read(part.stream().map(ExpectedTensor::name).collect(Collectors.toSet()));
  }

  private List<ExpectedTensor> expected() {
    return ExpectedTensor.of(network, layers);
  }

  private Set<String> names() {
    return expected().stream()
        .map(ExpectedTensor::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<String> prefixes() {
    return expected().stream().map(ExpectedTensor::prefix).distinct().toList();
  }

  /** A layer as messages call it: its number in a chain, its name in an enum. */
  private String label(LayerModel layer) {
    return isEnum() ? layer.name().text() : String.valueOf(layer.number());
  }

  private boolean isEnum() {
    return network.declaration().layerEnum().isPresent();
  }

  private List<Fault> judge(ExpectedTensor expected) throws IOException {
    String name = expected.name();
    LayerModel layer = expected.layer();
    TensorInfo tensor = content.listing().get(name);
    if (tensor == null) {
      return List.of(
          Message.TENSOR_MISSING.at(
              expected.place(),
              file,
              name,
              label(layer),
              all(content.listing().keySet()),
              advice(name)));
    }
    int[] found = tensor.shape();
    if (!Arrays.equals(found, expected.sizes())) {
      return List.of(
          Message.TENSOR_SHAPE.at(
              expected.place(),
              name,
              file,
              Arrays.toString(found),
              label(layer),
              layer.inputs(),
              layer.outputs(),
              Arrays.toString(expected.sizes()),
              shapeAdvice(found, expected.sizes())));
    }
    return List.of();
  }

  private static String all(Set<String> names) {
    return names.isEmpty() ? "none at all" : String.join(", ", names);
  }

  /** The prefixes of the file's layers in its order, if it has as many, by names not written. */
  private Optional<List<String>> otherPrefixes() throws IOException {
    List<String> found = new ArrayList<>();
    if (content.listing().size() > MOST_LISTED) {
      return Optional.empty();
    }
    for (TensorInfo tensor : content.listing().values()) {
      if (tensor.name().endsWith(WEIGHT)
          && tensor.problem().isEmpty()
          && (isEnum() || tensor.shape().length == 2)) {
        found.add(tensor.name().substring(0, tensor.name().length() - WEIGHT.length()));
      }
    }
    return Optional.of(found)
        .filter(
            prefixes ->
                network.declaration().names().isEmpty() && prefixes.size() == layers.filed().size())
        .filter(prefixes -> !prefixes.equals(prefixes()));
  }

  /** Layers by other names are the usual cause. */
  private String advice(String name) throws IOException {
    Optional<List<String>> others = otherPrefixes();
    if (others.isPresent()) {
      return "Write names = {\""
          + String.join("\", \"", others.get())
          + "\"} if these are the layers.";
    }
    Set<String> free = new LinkedHashSet<>(content.listing().keySet());
    free.removeAll(names()); // a tensor that another layer takes was not meant
    return Spelling.nearest(name, free)
        .map(meant -> "Did you mean " + meant + "?")
        .orElse("Write the prefixes of the layers' tensors as names.");
  }

  private static String shapeAdvice(int[] found, int[] expected) {
    boolean transposed =
        found.length == 2
            && expected.length == 2
            && found[0] == expected[1]
            && found[1] == expected[0];
    return transposed
        ? " Transposed? Weights are stored [out, in], as by PyTorch's nn.Linear."
        : "";
  }

  private List<Fault> finite(Tensor tensor) {
    double[] values = tensor.toDoubles();
    OptionalInt other = FiniteNumbers.firstOther(network, values, 0, values.length);
    if (other.isEmpty()) {
      return List.of();
    }
    double value = values[other.getAsInt()];
    return List.of(
        Message.TENSOR_NOT_FINITE.at(
            place,
            tensor.name(),
            file,
            value,
            FiniteNumbers.index(other.getAsInt(), tensor.shape()),
            Double.isFinite(value) ? " in the range of float" : ""));
  }
}
