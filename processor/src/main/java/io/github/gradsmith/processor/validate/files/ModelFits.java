package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.model.NetworkDeclaration;
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
  public List<Fault> faults(NetworkDeclaration declaration) {
    return declaration.model().map(file -> faults(declaration, file)).orElse(List.of());
  }

  private static List<Fault> faults(NetworkDeclaration declaration, Located<FoundFile> model) {
    String file = model.value().name();
    List<Fault> faults = new ArrayList<>();
    beside(faults, declaration.writtenLayers(), "layers", file);
    beside(faults, declaration.activation(), "activation", file);
    beside(faults, declaration.formula(), "formula", file);
    beside(faults, declaration.weights(), "weights", file);
    beside(faults, declaration.names(), "names", file);
    if (model.value().content().isEmpty()) {
      faults.add(FilesFound.fault(model));
    }
    declaration.imported().ifPresent(made -> judge(faults, made, model, declaration));
    return faults;
  }

  private static void beside(
      List<Fault> faults, Optional<? extends Located<?>> written, String attribute, String file) {
    written.ifPresent(
        value -> faults.add(Message.BESIDE_MODEL.at(value.place(), attribute, file, attribute)));
  }

  private static void judge(
      List<Fault> faults,
      ModelImport made,
      Located<FoundFile> model,
      NetworkDeclaration declaration) {
    Place place = model.place();
    String file = model.value().name();
    if (made instanceof ModelImport.Damaged damaged) {
      faults.add(Message.MODEL_DAMAGED.at(place, file, damaged.reason()));
    } else if (made instanceof ModelImport.Refused refused) {
      faults.add(Message.MODEL_UNSUPPORTED.at(place, file, refused.reason()));
    } else {
      notFinite((ModelImport.Network) made, declaration).ifPresent(faults::add);
    }
  }

  /** The first parameter that is not finite. */
  private static Optional<Fault> notFinite(
      ModelImport.Network network, NetworkDeclaration declaration) {
    int at = 0;
    for (int layer = 2; layer <= network.widths().size(); layer++) {
      int inputs = network.widths().get(layer - 2);
      int outputs = network.widths().get(layer - 1);
      String place = " of layer " + layer;
      Optional<Fault> fault =
          notFinite(network, declaration, "weights" + place, at, outputs, inputs);
      at += inputs * outputs;
      if (fault.isEmpty()) {
        fault = notFinite(network, declaration, "biases" + place, at, outputs);
      }
      if (fault.isPresent()) {
        return fault;
      }
      at += outputs;
    }
    return Optional.empty();
  }

  private static Optional<Fault> notFinite(
      ModelImport.Network network,
      NetworkDeclaration declaration,
      String what,
      int from,
      int... shape) {
    double[] parameters = network.parameters();
    int to = from + Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    OptionalInt other = FiniteNumbers.firstOther(declaration, parameters, from, to);
    if (other.isEmpty()) {
      return Optional.empty();
    }
    double value = parameters[other.getAsInt()];
    Located<FoundFile> model = declaration.model().orElseThrow();
    return Optional.of(
        Message.MODEL_NOT_FINITE.at(
            model.place(),
            what,
            model.value().name(),
            FiniteNumbers.index(other.getAsInt() - from, shape),
            value,
            Double.isFinite(value) ? ", or extend DoubleNetwork: it is no float" : ""));
  }
}
