package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.safetensors.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The tensors of a weight file beside the layers that take them. */
final class LayerWeights {
  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";

  /** What the optimizer kept: a checkpoint of a training serves as well. */
  private static final String STATE = "optimizer.";

  private final NetworkDeclaration declaration;
  private final WeightTensors content;
  private final String file;
  private final Place place;
  private final List<Integer> widths;

  LayerWeights(NetworkDeclaration declaration, WeightTensors content) {
    this.declaration = declaration;
    this.content = content;
    this.file = declaration.weights().orElseThrow().value().name();
    this.place = declaration.weights().orElseThrow().place();
    this.widths = declaration.layers().value().stream().map(Located::value).toList();
  }

  /** What does not fit; nothing if the number of names does not, which has a rule of its own. */
  List<Fault> faults() {
    if (declaration.names().isPresent()
        && declaration.names().get().value().size() != widths.size() - 1) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>(metadata());
    for (int layer = 2; layer <= widths.size(); layer++) {
      faults.addAll(tensor(layer, WEIGHT, outputs(layer), inputs(layer)));
      faults.addAll(tensor(layer, BIAS, outputs(layer)));
    }
    if (faults.isEmpty()) {
      content.tensors().keySet().stream()
          .filter(name -> !name.startsWith(STATE) && !expected().contains(name))
          .map(name -> Message.TENSOR_UNUSED.at(place, file, name, String.join(", ", expected())))
          .forEach(faults::add);
    }
    return faults;
  }

  /** All parameters, flat, of a file without faults. */
  double[] parameters() {
    List<double[]> parts = new ArrayList<>();
    for (int layer = 2; layer <= widths.size(); layer++) {
      parts.add(content.tensors().get(prefix(layer) + WEIGHT).toDoubles());
      parts.add(content.tensors().get(prefix(layer) + BIAS).toDoubles());
    }
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
    return declaration
        .names()
        .map(names -> names.value().get(layer - 2).value())
        .orElse("layer" + layer);
  }

  private Place placeOf(int layer) {
    return declaration.names().map(names -> names.value().get(layer - 2).place()).orElse(place);
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

  private List<Fault> tensor(int layer, String kind, int... shape) {
    String name = prefix(layer) + kind;
    Tensor tensor = content.tensors().get(name);
    if (tensor == null) {
      return List.of(
          Message.TENSOR_MISSING.at(
              placeOf(layer), file, name, layer, all(content.tensors()), advice(name)));
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
    return finite(tensor);
  }

  private static String all(Map<String, Tensor> tensors) {
    return tensors.isEmpty() ? "none at all" : String.join(", ", tensors.keySet());
  }

  /** Layers by other names are the usual cause: their prefixes in the order of the file. */
  private String advice(String name) {
    List<String> prefixes =
        content.tensors().values().stream()
            .filter(tensor -> tensor.name().endsWith(WEIGHT) && tensor.shape().length == 2)
            .map(tensor -> tensor.name().substring(0, tensor.name().length() - WEIGHT.length()))
            .toList();
    if (declaration.names().isEmpty() && prefixes.size() == widths.size() - 1) {
      return "Write names = {\"" + String.join("\", \"", prefixes) + "\"} if these are the layers.";
    }
    return Spelling.nearest(name, content.tensors().keySet())
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
    OptionalInt other = FiniteNumbers.firstOther(declaration, values, 0, values.length);
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
