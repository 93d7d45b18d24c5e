package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** Either activations or formulas are written, where no model gives them. */
public final class ActivationOrFormula implements Rule {
  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    if (declaration.model().isPresent()) {
      return List.of();
    }
    if (declaration.activation().isEmpty() && declaration.formula().isEmpty()) {
      return List.of(Message.NO_ACTIVATION.at(declaration.annotation()));
    }
    return declaration.activation().isPresent() && declaration.formula().isPresent()
        ? List.of(Message.ACTIVATION_AND_FORMULA.at(declaration.formula().get().place()))
        : List.of();
  }
}
