package io.github.gradsmith.processor.validate;

import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import java.util.List;

/**
 * CROSS_ENTROPY comes with SOFTMAX in the last layer; SOFTMAX comes with a loss that is written.
 */
final class LossFitsOutput implements Rule {
  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    List<Located<ActivationChoice>> activations = declaration.activations();
    if (activations.isEmpty()) {
      return List.of();
    }
    Located<ActivationChoice> last = activations.get(activations.size() - 1);
    boolean softmax = last.value().equals(SoftmaxOnlyLast.SOFTMAX);
    if (declaration.loss().value() == Loss.CROSS_ENTROPY && !softmax) {
      return List.of(
          Message.CROSS_ENTROPY_WITHOUT_SOFTMAX.at(
              declaration.loss().place(),
              last.value().text(),
              declaration.activation().isPresent() ? "SOFTMAX" : "\"softmax(z)\""));
    }
    if (!softmax || declaration.lossWritten() || declaration.lossFormula().isPresent()) {
      return List.of();
    }
    Message message =
        declaration.predictsOnly()
            ? Message.SOFTMAX_WITHOUT_LOSS_OF_PREDICTOR
            : Message.SOFTMAX_WITHOUT_LOSS;
    return List.of(message.at(last.place()));
  }
}
