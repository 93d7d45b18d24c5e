package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.model.NetworkInterface;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model file is there, can become a network, and stands alone for what it gives. */
final class ModelFits implements Rule {
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
      boolean floats =
          declaration.interfaces().stream()
              .map(NetworkInterface::precision)
              .anyMatch(Precision.FLOAT::equals);
      finite((ModelImport.Network) made, floats, place, file).ifPresent(faults::add);
    }
  }

  /** The first parameter that is not finite. */
  private static Optional<Fault> finite(
      ModelImport.Network network, boolean floats, Place place, String file) {
    double[] parameters = network.parameters();
    int i = 0;
    for (int layer = 1; layer < network.widths().size(); layer++) {
      int inputs = network.widths().get(layer - 1);
      int weights = inputs * network.widths().get(layer);
      int end = weights + network.widths().get(layer);
      for (int k = 0; k < end; k++, i++) {
        double value = parameters[i];
        if (!(floats ? Float.isFinite((float) value) : Double.isFinite(value))) {
          boolean weight = k < weights;
          return Optional.of(
              Message.MODEL_NOT_FINITE.at(
                  place,
                  weight ? "weights" : "biases",
                  layer + 1,
                  file,
                  weight ? "[" + k / inputs + ", " + k % inputs + "]" : "[" + (k - weights) + "]",
                  value,
                  Double.isFinite(value) ? ", or extend DoubleNetwork: it is no float" : ""));
        }
      }
    }
    return Optional.empty();
  }
}
