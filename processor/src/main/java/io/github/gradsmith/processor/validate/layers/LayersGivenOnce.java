package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.LayerMessage;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.LayerEnum;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers come from one place: {@code layers}, a model, or one enum, which then says all of them.
 */
public final class LayersGivenOnce implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    NetworkDeclaration declaration = network.declaration();
    if (declaration.layerEnum().isPresent()) {
      return besideEnum(declaration, declaration.layerEnum().get());
    }
    return declaration.writtenLayers().isPresent() || declaration.model().isPresent()
        ? List.of()
        : List.of(
            LayerMessage.NO_LAYERS.at(declaration.annotation(), declaration.type().simpleName()));
  }

  private static List<Fault> besideEnum(NetworkDeclaration declaration, LayerEnum layers) {
    List<Fault> faults = new ArrayList<>();
    declaration
        .writtenLayers()
        .ifPresent(written -> faults.add(beside(written.place(), "layers", layers)));
    declaration.model().ifPresent(written -> faults.add(beside(written.place(), "model", layers)));
    if (faults.isEmpty()) {
      declaration
          .activation()
          .ifPresent(
              written -> faults.add(activation(written.place(), "activation", "RELU", layers)));
      declaration
          .formula()
          .ifPresent(
              written ->
                  faults.add(activation(written.place(), "formula", "\"max(z, 0)\"", layers)));
    }
    declaration.layerEnums().stream()
        .skip(1)
        .forEach(
            further ->
                faults.add(
                    LayerMessage.SECOND_ENUM.at(
                        further.place(),
                        further.name(),
                        declaration.type().simpleName(),
                        layers.name())));
    return faults;
  }

  private static Fault beside(Place place, String attribute, LayerEnum layers) {
    return LayerMessage.BESIDE_ENUM.at(place, attribute, layers.name());
  }

  private static Fault activation(Place place, String attribute, String example, LayerEnum layers) {
    return LayerMessage.ACTIVATION_BESIDE_ENUM.at(place, attribute, layers.name(), example);
  }
}
