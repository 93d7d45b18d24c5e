package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.resolve.WeightTensors;
import io.github.gradsmith.processor.validate.rule.FiniteNumbers;
import io.github.gradsmith.processor.validate.rule.Spelling;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.safetensors.TensorInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tensors of a weight file beside the layers that take them. */
public final class LayerWeights {
  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";

  /** What the optimizer kept: a checkpoint of a training serves as well. */
  private static final String STATE = "optimizer.";

  /** Tensors of a file whose types and shapes are looked at where its names do not fit. */
  private static final int MOST_LISTED = 200;

  /** Further tensors that are named. */
  private static final int MOST_UNUSED = 20;

  private final ResolvedNetwork network;
  private final WeightTensors content;
  private final String file;
  private final Place place;
  private final List<Integer> widths;

  public LayerWeights(ResolvedNetwork network, WeightTensors content) {
    this.network = network;
    this.content = content;
    this.file = network.declaration().weights().orElseThrow().value().name();
    this.place = network.declaration().weights().orElseThrow().place();
    this.widths = network.layers().value().stream().map(Located::value).toList();
  }

  /**
   * What does not fit; nothing if the number of names does not, which has a rule of its own. Values
   * are read once all tensors are those of the layers.
   *
   * @throws IOException if a tensor that a layer takes is damaged, or holds no such numbers
   */
  List<Fault> faults() throws IOException {
    if (network.declaration().names().isPresent()
        && network.declaration().names().get().value().size() != widths.size() - 1) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>(metadata());
    List<Integer> withoutBias = withoutBias();
    for (int layer = 2; layer <= widths.size(); layer++) {
      faults.addAll(tensor(layer, WEIGHT, outputs(layer), inputs(layer)));
      if (!withoutBias.contains(layer)) {
        faults.addAll(tensor(layer, BIAS, outputs(layer)));
      }
    }
    if (!withoutBias.isEmpty()) {
      faults.add(biasMissing(withoutBias));
    }
    if (faults.isEmpty()) {
      faults.addAll(unused());
    }
    if (faults.isEmpty()) {
      for (Tensor tensor : content.read(expected()).values()) {
        faults.addAll(finite(tensor));
      }
    }
    return faults;
  }

  private List<Fault> unused() {
    Set<String> expected = expected();
    return content.listing().values().stream()
        .filter(tensor -> !tensor.name().startsWith(STATE) && !expected.contains(tensor.name()))
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

  /** Layers whose weights are there, perhaps by other names, without biases. */
  private List<Integer> withoutBias() throws IOException {
    Set<String> names = content.listing().keySet();
    boolean none =
        otherPrefixes().isPresent() && names.stream().noneMatch(name -> name.endsWith(BIAS));
    return IntStream.rangeClosed(2, widths.size())
        .filter(layer -> none || names.contains(prefix(layer) + WEIGHT))
        .filter(layer -> !names.contains(prefix(layer) + BIAS))
        .boxed()
        .toList();
  }

  private Fault biasMissing(List<Integer> layers) throws IOException {
    List<String> prefixes = otherPrefixes().orElse(prefixes());
    return Message.BIAS_MISSING.at(
        placeOf(layers.get(0)),
        file,
        (layers.size() == 1 ? "layer " : "layers ")
            + layers.stream().map(String::valueOf).collect(Collectors.joining(", ")),
        all(content.listing().keySet()),
        layers.stream()
            .map(layer -> prefixes.get(layer - 2) + BIAS + " [" + outputs(layer) + "]")
            .collect(Collectors.joining(", ")));
  }

  /**
   * All parameters, flat, of a file without faults.
   *
   * @throws IOException if it is damaged
   */
  public double[] parameters() throws IOException {
    Map<String, Tensor> tensors = content.read(expected());
    List<double[]> parts = expected().stream().map(name -> tensors.get(name).toDoubles()).toList();
    double[] flat = new double[parts.stream().mapToInt(part -> part.length).sum()];
    int offset = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, flat, offset, part.length);
      offset += part.length;
    }
    return flat;
  }

  private int inputs(int layer) {
    return widths.get(layer - 2);
  }

  private int outputs(int layer) {
    return widths.get(layer - 1);
  }

  private String prefix(int layer) {
    return network
        .declaration()
        .names()
        .map(names -> names.value().get(layer - 2).value())
        .orElse("layer" + layer);
  }

  private List<String> prefixes() {
    return IntStream.rangeClosed(2, widths.size()).mapToObj(this::prefix).toList();
  }

  private Place placeOf(int layer) {
    return network
        .declaration()
        .names()
        .map(names -> names.value().get(layer - 2).place())
        .orElse(place);
  }

  private Set<String> expected() {
    Set<String> names = new LinkedHashSet<>();
    for (int layer = 2; layer <= widths.size(); layer++) {
      names.add(prefix(layer) + WEIGHT);
      names.add(prefix(layer) + BIAS);
    }
    return names;
  }

  private List<Fault> metadata() {
    String found = content.metadata().get("layers");
    String here = widths.stream().map(String::valueOf).collect(Collectors.joining(","));
    return found == null || found.equals(here)
        ? List.of()
        : List.of(Message.WEIGHTS_OF_OTHER_NETWORK.at(place, file, "layers", found, here));
  }

  private List<Fault> tensor(int layer, String kind, int... shape) throws IOException {
    String name = prefix(layer) + kind;
    TensorInfo tensor = content.listing().get(name);
    if (tensor == null) {
      return List.of(
          Message.TENSOR_MISSING.at(
              placeOf(layer), file, name, layer, all(content.listing().keySet()), advice(name)));
    }
    int[] found = tensor.shape();
    if (!Arrays.equals(found, shape)) {
      return List.of(
          Message.TENSOR_SHAPE.at(
              placeOf(layer),
              name,
              file,
              Arrays.toString(found),
              layer,
              inputs(layer),
              outputs(layer),
              Arrays.toString(shape),
              shapeAdvice(found, shape)));
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
          && tensor.shape().length == 2) {
        found.add(tensor.name().substring(0, tensor.name().length() - WEIGHT.length()));
      }
    }
    return Optional.of(found)
        .filter(
            prefixes ->
                network.declaration().names().isEmpty() && prefixes.size() == widths.size() - 1)
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
    free.removeAll(expected()); // a tensor that another layer takes was not meant
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
