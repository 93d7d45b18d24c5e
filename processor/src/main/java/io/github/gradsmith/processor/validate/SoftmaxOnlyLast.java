package io.github.gradsmith.processor.validate;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import java.util.ArrayList;
import java.util.List;

/** SOFTMAX, which looks at a whole layer, stands at the last layer only. */
final class SoftmaxOnlyLast implements Rule {
  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    List<Located<Activation>> activation = declaration.activation().value();
    int layers = declaration.layers().value().size();
    if (activation.size() == 1) {
      return forAll(activation.get(0), layers);
    }
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < activation.size() - 1; i++) {
      if (activation.get(i).value() == Activation.SOFTMAX) {
        faults.add(Message.SOFTMAX_BEFORE_LAST.at(activation.get(i).place(), i + 2));
      }
    }
    return faults;
  }

  private static List<Fault> forAll(Located<Activation> single, int layers) {
    if (single.value() != Activation.SOFTMAX || layers <= 2) {
      return List.of();
    }
    String cure = "RELU, ".repeat(layers - 2) + "SOFTMAX";
    return List.of(Message.SOFTMAX_FOR_ALL.at(single.place(), layers - 1, cure));
  }
}
