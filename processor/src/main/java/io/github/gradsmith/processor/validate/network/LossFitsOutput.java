package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.Simplifier;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice.Type;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Set;

/**
 * CROSS_ENTROPY comes with SOFTMAX or LOG_SOFTMAX in the last layer, BINARY_CROSS_ENTROPY with
 * SIGMOID or a formula that is the same; those two come with a loss that is written.
 */
public final class LossFitsOutput implements Rule {
  private static final Set<Type> ACTIVATED =
      Set.of(Type.DENSE, Type.ELEMENTWISE, Type.ADD, Type.MULTIPLY);

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    List<Located<ActivationChoice>> activations = network.activations();
    if (activations.isEmpty()) {
      return List.of();
    }
    Located<ActivationChoice> last = activations.get(activations.size() - 1);
    boolean softmax = SoftmaxOnlyLast.couples(last.value());
    Loss loss = network.declaration().loss().value();
    if (SoftmaxOfMany.isSingle(network)) {
      return List.of(); // which no loss can mend
    }
    if (loss == Loss.CROSS_ENTROPY && !softmax) {
      String cure =
          SoftmaxOfMany.hasOneOutput(network)
              ? "For a single output write BINARY_CROSS_ENTROPY with SIGMOID"
              : cure(network, "SOFTMAX", "softmax(z)", "Softmax");
      return misfit(Message.CROSS_ENTROPY_WITHOUT_SOFTMAX, network, last, cure);
    }
    if (loss == Loss.BINARY_CROSS_ENTROPY && !isSigmoid(network, last)) {
      String cure = cure(network, "SIGMOID", "sigmoid(z)", "Sigmoid");
      return misfit(Message.BINARY_CROSS_ENTROPY_WITHOUT_SIGMOID, network, last, cure);
    }
    if (!softmax
        || network.declaration().lossWritten()
        || network.declaration().lossFormula().isPresent()) {
      return List.of();
    }
    if (network.declaration().predictsOnly() && network.declaration().model().isPresent()) {
      return List.of(); // its weights come from where no loss is written
    }
    Message message =
        network.declaration().predictsOnly()
            ? Message.SOFTMAX_WITHOUT_LOSS_OF_PREDICTOR
            : Message.SOFTMAX_WITHOUT_LOSS;
    return List.of(message.at(last.place(), network.written(last)));
  }

  private static String cure(
      ResolvedNetwork network, String name, String formula, String operator) {
    if (network.declaration().model().isPresent()) {
      return "Export the model with " + operator;
    }
    if (takesNone(network)) {
      return "Write a further constant, @Elementwise(activation = " + name + "),";
    }
    return "Write " + (SoftmaxOnlyLast.isNamed(network) ? name : '"' + formula + '"');
  }

  /** Whether the last layer is a constant of a kind without activations. */
  private static boolean takesNone(ResolvedNetwork network) {
    return LayerGraph.of(network)
        .map(LayerGraph::last)
        .filter(last -> ACTIVATED.stream().noneMatch(last::is))
        .isPresent();
  }

  private static List<Fault> misfit(
      Message message, ResolvedNetwork network, Located<ActivationChoice> last, String cure) {
    return List.of(message.at(network.declaration().loss().place(), network.written(last), cure));
  }

  /** What cannot be read is judged elsewhere. */
  private static boolean isSigmoid(ResolvedNetwork network, Located<ActivationChoice> choice) {
    if (choice.value() instanceof ActivationChoice.Written) {
      return network.expression(choice).map(LossFitsOutput::isLogistic).orElse(true);
    }
    return choice.value().equals(new ActivationChoice.Named(Activation.SIGMOID));
  }

  private static boolean isLogistic(Expr formula) {
    Expr sigmoid = Activations.formula(Activation.SIGMOID).value();
    return Simplifier.simplify(formula).equals(Simplifier.simplify(sigmoid));
  }
}
