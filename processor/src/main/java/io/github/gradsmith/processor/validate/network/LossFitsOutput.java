package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.formula.form.Simplifier;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import io.github.gradsmith.processor.validate.formula.WrittenFormula;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/**
 * CROSS_ENTROPY comes with SOFTMAX or LOG_SOFTMAX in the last layer, BINARY_CROSS_ENTROPY with
 * SIGMOID or a formula that is the same; those two come with a loss that is written.
 */
public final class LossFitsOutput implements Rule {
  @Override
  public List<Fault> faults(NetworkDeclaration declaration) {
    List<Located<ActivationChoice>> activations = declaration.activations();
    if (activations.isEmpty()) {
      return List.of();
    }
    Located<ActivationChoice> last = activations.get(activations.size() - 1);
    boolean softmax = SoftmaxOnlyLast.couples(last.value());
    Loss loss = declaration.loss().value();
    if (SoftmaxOfMany.isSingle(declaration)) {
      return List.of(); // which no loss can mend
    }
    if (loss == Loss.CROSS_ENTROPY && !softmax) {
      String cure =
          SoftmaxOfMany.hasOneOutput(declaration)
              ? "For a single output write BINARY_CROSS_ENTROPY with SIGMOID"
              : cure(declaration, "SOFTMAX", "softmax(z)", "Softmax");
      return misfit(Message.CROSS_ENTROPY_WITHOUT_SOFTMAX, declaration, last, cure);
    }
    if (loss == Loss.BINARY_CROSS_ENTROPY && !isSigmoid(last.value())) {
      String cure = cure(declaration, "SIGMOID", "sigmoid(z)", "Sigmoid");
      return misfit(Message.BINARY_CROSS_ENTROPY_WITHOUT_SIGMOID, declaration, last, cure);
    }
    if (!softmax || declaration.lossWritten() || declaration.lossFormula().isPresent()) {
      return List.of();
    }
    if (declaration.predictsOnly() && declaration.model().isPresent()) {
      return List.of(); // its weights come from where no loss is written
    }
    Message message =
        declaration.predictsOnly()
            ? Message.SOFTMAX_WITHOUT_LOSS_OF_PREDICTOR
            : Message.SOFTMAX_WITHOUT_LOSS;
    return List.of(message.at(last.place(), last.value().text()));
  }

  private static String cure(
      NetworkDeclaration declaration, String name, String formula, String operator) {
    if (declaration.model().isPresent()) {
      return "Export the model with " + operator;
    }
    return "Write " + (declaration.activation().isPresent() ? name : '"' + formula + '"');
  }

  private static List<Fault> misfit(
      Message message,
      NetworkDeclaration declaration,
      Located<ActivationChoice> last,
      String cure) {
    return List.of(message.at(declaration.loss().place(), last.value().text(), cure));
  }

  /** What cannot be read is judged elsewhere. */
  private static boolean isSigmoid(ActivationChoice choice) {
    if (choice instanceof ActivationChoice.Written written) {
      return WrittenFormula.parsed(written.formula(), WrittenFormula.Kind.ACTIVATION)
          .map(Simplifier::simplify)
          .map(Simplifier.simplify(Activations.formula(Activation.SIGMOID).value())::equals)
          .orElse(true);
    }
    return choice.equals(new ActivationChoice.Named(Activation.SIGMOID));
  }
}
