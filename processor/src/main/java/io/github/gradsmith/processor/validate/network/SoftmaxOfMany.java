package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** Softmax and its logarithm share 1 out among outputs: a single one always has all of it. */
public final class SoftmaxOfMany implements Rule {
  /** Whether the last layer is a softmax over one output, whatever else is wrong. */
  static boolean isSingle(NetworkDeclaration declaration) {
    List<Located<ActivationChoice>> activations = declaration.activations();
    return hasOneOutput(declaration)
        && !activations.isEmpty()
        && SoftmaxOnlyLast.couples(activations.get(activations.size() - 1).value());
  }

  static boolean hasOneOutput(NetworkDeclaration declaration) {
    List<Located<Integer>> widths = declaration.layers().value();
    return widths.size() >= 2 && widths.get(widths.size() - 1).value() == 1;
  }

  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    if (!isSingle(declaration)) {
      return List.of();
    }
    List<Located<ActivationChoice>> activations = declaration.activations();
    Located<ActivationChoice> last = activations.get(activations.size() - 1);
    return List.of(
        Message.SOFTMAX_OF_ONE.at(
            last.place(),
            SoftmaxOnlyLast.text(last.value(), declaration.formula().isEmpty()),
            last.value().equals(SoftmaxOnlyLast.SOFTMAX) ? "1" : "0",
            declaration.model().isPresent() ? "Export a model that has" : "Write"));
  }
}
