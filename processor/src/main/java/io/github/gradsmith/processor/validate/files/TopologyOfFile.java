package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.resolve.WeightTensors;
import io.github.gradsmith.processor.validate.graph.MeantLayers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a weight file says of its layers: that they are the network's, as at run time. */
final class TopologyOfFile {
  private static final String NONE = "no further layer";

  private TopologyOfFile() {}

  static List<Fault> faults(ResolvedNetwork network, MeantLayers layers, WeightTensors content) {
    Located<FoundFile> file = network.declaration().weights().orElseThrow();
    if (network.declaration().layerEnum().isEmpty()) {
      String here =
          network.layers().value().stream()
              .map(width -> String.valueOf(width.value()))
              .collect(Collectors.joining(","));
      String found = content.metadata().get("layers");
      return found == null || found.equals(here)
          ? List.of()
          : List.of(fault(file, "layers", found, here));
    }
    String found = content.metadata().get("topology");
    return found == null
        ? List.of()
        : firstOther(file, List.of(found.split(",")), constants(layers));
  }

  private static List<Fault> firstOther(
      Located<FoundFile> file, List<String> found, List<String> here) {
    for (int i = 0; i < Math.max(found.size(), here.size()); i++) {
      String theirs = i < found.size() ? found.get(i) : NONE;
      String ours = i < here.size() ? here.get(i) : NONE;
      if (!theirs.equals(ours)) {
        return List.of(fault(file, "constant " + (i + 1), theirs, ours));
      }
    }
    return List.of();
  }

  private static Fault fault(Located<FoundFile> file, String what, String theirs, String ours) {
    return Message.WEIGHTS_OF_OTHER_NETWORK.at(
        file.place(), file.value().name(), what, theirs, ours);
  }

  /** {@code NAME:KIND:from:shape} for each constant, as files have it. */
  private static List<String> constants(MeantLayers layers) {
    List<String> names = new ArrayList<>(List.of(layers.input().name().text()));
    layers.layers().forEach(layer -> names.add(layer.name().text()));
    List<String> constants = new ArrayList<>();
    constants.add(text(names.get(0), "INPUT", "", layers.input().shape()));
    for (LayerModel layer : layers.layers()) {
      String from =
          layer.from().stream()
              .map(Value::layer)
              .map(number -> names.get(number - 1))
              .collect(Collectors.joining("+"));
      constants.add(text(layer.name().text(), layer.choice().type().name(), from, layer.shape()));
    }
    return constants;
  }

  private static String text(String name, String kind, String from, Shape shape) {
    String sizes = shape.sizes().stream().map(String::valueOf).collect(Collectors.joining("x"));
    return String.join(":", name, kind, from, sizes);
  }
}
