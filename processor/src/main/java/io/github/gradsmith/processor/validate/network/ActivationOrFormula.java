package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.LayerEnum;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/**
 * Either activations or formulas are written, where no model gives them; of a constant not both.
 */
public final class ActivationOrFormula implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    NetworkDeclaration declaration = network.declaration();
    if (declaration.layerEnum().isPresent()) {
      return ofConstants(declaration.layerEnum().get());
    }
    if (declaration.model().isPresent()) {
      return List.of();
    }
    if (declaration.activation().isEmpty() && declaration.formula().isEmpty()) {
      return declaration.writtenLayers().isPresent()
          ? List.of(Message.NO_ACTIVATION.at(declaration.annotation()))
          : List.of();
    }
    return declaration.activation().isPresent() && declaration.formula().isPresent()
        ? List.of(Message.ACTIVATION_AND_FORMULA.at(declaration.formula().get().place()))
        : List.of();
  }

  private static List<Fault> ofConstants(LayerEnum layers) {
    return layers.constants().stream()
        .flatMap(constant -> constant.annotation().stream())
        .filter(layer -> layer.activation().isPresent())
        .flatMap(layer -> layer.formula().stream())
        .map(formula -> Message.ACTIVATION_AND_FORMULA.at(formula.place()))
        .toList();
  }
}
