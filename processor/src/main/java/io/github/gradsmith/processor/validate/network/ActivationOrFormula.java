package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** Either activations or formulas are written, where neither a model nor an enum gives them. */
public final class ActivationOrFormula implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    if (network.declaration().model().isPresent()
        || network.declaration().layerEnum().isPresent()) {
      return List.of();
    }
    if (network.declaration().activation().isEmpty() && network.declaration().formula().isEmpty()) {
      return List.of(Message.NO_ACTIVATION.at(network.declaration().annotation()));
    }
    return network.declaration().activation().isPresent()
            && network.declaration().formula().isPresent()
        ? List.of(Message.ACTIVATION_AND_FORMULA.at(network.declaration().formula().get().place()))
        : List.of();
  }
}
