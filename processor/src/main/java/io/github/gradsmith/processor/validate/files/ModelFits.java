package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.FiniteNumbers;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A model file is there, can become a network, and stands alone for what it gives. */
public final class ModelFits implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    return network
        .declaration()
        .model()
        .map(file -> faults(network, file))
        .orElseGet(() -> withoutModel(network));
  }

  private static List<Fault> withoutModel(ResolvedNetwork network) {
    return network.declaration().output().stream()
        .map(output -> Message.OUTPUT_WITHOUT_MODEL.at(output.place(), output.value()))
        .toList();
  }

  private static List<Fault> faults(ResolvedNetwork network, Located<FoundFile> model) {
    String file = model.value().name();
    List<Fault> faults = new ArrayList<>();
    beside(faults, network.declaration().writtenLayers(), "layers", file);
    beside(faults, network.declaration().activation(), "activation", file);
    beside(faults, network.declaration().formula(), "formula", file);
    beside(faults, network.declaration().weights(), "weights", file);
    beside(faults, network.declaration().names(), "names", file);
    if (model.value().content().isEmpty()) {
      faults.add(FilesFound.fault(model));
    }
    network.imported().ifPresent(made -> judge(faults, made, model, network));
    return faults;
  }

  private static void beside(
      List<Fault> faults, Optional<? extends Located<?>> written, String attribute, String file) {
    written.ifPresent(
        value -> faults.add(Message.BESIDE_MODEL.at(value.place(), attribute, file, attribute)));
  }

  private static void judge(
      List<Fault> faults, ModelImport made, Located<FoundFile> model, ResolvedNetwork network) {
    Place place = model.place();
    String file = model.value().name();
    if (made instanceof ModelImport.Damaged damaged) {
      faults.add(Message.MODEL_DAMAGED.at(place, file, damaged.reason()));
    } else if (made instanceof ModelImport.Refused refused) {
      faults.add(Message.MODEL_UNSUPPORTED.at(place, file, refused.reason()));
    } else if (made instanceof ModelImport.Network chain) {
      notFinite(chain, network).ifPresent(faults::add);
    } else if (made instanceof ModelImport.Graph graph) {
      judge(faults, graph, model, network);
    }
    made.label().ifPresent(node -> faults.add(Message.LABEL_LEFT_OUT.at(place, file, node)));
  }

  private static void judge(
      List<Fault> faults,
      ModelImport.Graph graph,
      Located<FoundFile> model,
      ResolvedNetwork network) {
    String file = model.value().name();
    double[] parameters = graph.parameters();
    OptionalInt other = FiniteNumbers.firstOther(network, parameters, 0, parameters.length);
    if (other.isPresent()) {
      double value = parameters[other.getAsInt()];
      faults.add(notFinite(model, "parameters", "[" + other.getAsInt() + "]", value));
    }
  }

  private static Fault notFinite(
      Located<FoundFile> model, String what, String index, double value) {
    return Message.MODEL_NOT_FINITE.at(
        model.place(),
        what,
        model.value().name(),
        index,
        value,
        Double.isFinite(value) ? ", or extend DoubleNetwork: it is no float" : "");
  }

  /** The first parameter that is not finite. */
  private static Optional<Fault> notFinite(ModelImport.Network made, ResolvedNetwork network) {
    int at = 0;
    for (int layer = 2; layer <= made.widths().size(); layer++) {
      int inputs = made.widths().get(layer - 2);
      int outputs = made.widths().get(layer - 1);
      String place = " of layer " + layer;
      Optional<Fault> fault = notFinite(made, network, "weights" + place, at, outputs, inputs);
      at += inputs * outputs;
      if (fault.isEmpty()) {
        fault = notFinite(made, network, "biases" + place, at, outputs);
      }
      if (fault.isPresent()) {
        return fault;
      }
      at += outputs;
    }
    return Optional.empty();
  }

  private static Optional<Fault> notFinite(
      ModelImport.Network made, ResolvedNetwork network, String what, int from, int... shape) {
    double[] parameters = made.parameters();
    int to = from + Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    OptionalInt other = FiniteNumbers.firstOther(network, parameters, from, to);
    if (other.isEmpty()) {
      return Optional.empty();
    }
    double value = parameters[other.getAsInt()];
    Located<FoundFile> model = network.declaration().model().orElseThrow();
    String index = FiniteNumbers.index(other.getAsInt() - from, shape);
    return Optional.of(notFinite(model, what, index, value));
  }
}
