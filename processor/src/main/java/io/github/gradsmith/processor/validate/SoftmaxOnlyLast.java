package io.github.gradsmith.processor.validate;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import java.util.ArrayList;
import java.util.List;

/** Softmax, which looks at a whole layer, stands at the last layer only. */
final class SoftmaxOnlyLast implements Rule {
  static final ActivationChoice SOFTMAX = new ActivationChoice.Named(Activation.SOFTMAX);

  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    List<Located<ActivationChoice>> activations = declaration.activations();
    boolean named = declaration.activation().isPresent();
    int layers = declaration.layers().value().size();
    if (activations.size() == 1) {
      return forAll(activations.get(0), named, layers);
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < activations.size() - 1; i++) {
      if (activations.get(i).value().equals(SOFTMAX)) {
        faults.add(beforeLast(activations.get(i), named, i + 2));
      }
    }
    return faults;
  }

  private static Fault beforeLast(Located<ActivationChoice> softmax, boolean named, int layer) {
    return Message.SOFTMAX_BEFORE_LAST.at(
        softmax.place(),
        named ? "SOFTMAX" : "softmax(z)",
        layer,
        named ? "activation" : "formula",
        named ? "RELU or SIGMOID" : "\"max(z, 0)\"");
  }

  private static List<Fault> forAll(Located<ActivationChoice> single, boolean named, int layers) {
    if (!single.value().equals(SOFTMAX) || layers <= 2) {
      return List.of();
    }
    String cure =
        (named ? "RELU, " : "\"max(z, 0)\", ").repeat(layers - 2)
            + (named ? "SOFTMAX" : "\"softmax(z)\"");
    return List.of(
        Message.SOFTMAX_FOR_ALL.at(
            single.place(),
            named ? "SOFTMAX" : "softmax(z)",
            layers - 1,
            named ? "activation" : "formula",
            cure));
  }
}
