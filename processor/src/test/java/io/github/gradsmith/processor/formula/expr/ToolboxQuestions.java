package io.github.gradsmith.processor.formula.expr;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.activation.ElementwiseFormula;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.generated.Choices;
import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import java.util.List;
import java.util.TreeSet;

/**
 * All that the toolbox asks about its formulas. To be asked in a class loader of its own: classes
 * ask when they are loaded, and remember what they have asked.
 */
public final class ToolboxQuestions {
  private ToolboxQuestions() {}

  /** The questions with the engine's own answers, in alphabetical order. */
  public static List<String> answered() {
    TreeSet<String> lines = new TreeSet<>();
    Question.listen(
        ToolboxQuestions::ask,
        asked ->
            lines.add(
                Answers.key(asked.name(), asked.formula())
                    + "\t"
                    + ExprCode.write(asked.answer())));
    return List.copyOf(lines);
  }

  private static void ask() {
    for (Arithmetic arithmetic : Arithmetic.values()) {
      for (Activation constant : Activation.values()) {
        if (Activations.formula(constant) instanceof ElementwiseFormula activation) {
          ActivationForms.value(activation, arithmetic);
          ActivationForms.delta(activation, arithmetic);
        }
      }
      for (Choices.Output output : Choices.OUTPUTS) {
        ActivationChoice last = new ActivationChoice.Named(output.activation());
        ActivationFormula activation = Activations.of(last);
        LossFormula loss = Losses.of(new LossChoice.Named(output.loss()), last, 1);
        OutputLayer.of(activation, loss, arithmetic);
      }
    }
  }
}
