package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import java.util.List;

/** There is one activation for all layers after the input, or one for each. */
final class ActivationPerLayer implements Rule {
  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    int layers = declaration.layers().value().size();
    int activations = declaration.activation().value().size();
    if (layers < 2 || activations == 1 || activations == layers - 1) {
      return List.of();
    }
    String needed =
        layers == 2
            ? "exactly 1, for the layer after the input"
            : "either 1 for all of the layers after the input or exactly "
                + (layers - 1)
                + ", one for each";
    return List.of(
        Message.ACTIVATION_COUNT.at(declaration.activation().place(), activations, layers, needed));
  }
}
