package io.github.gradsmith.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import io.github.gradsmith.processor.layer.OutputForms;
import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write themselves needs no warning, behind whatever activation. */
class KinksOfLossesTest {
  private static final List<Activation> OUTPUTS =
      List.of(
          Activation.SIGMOID,
          Activation.TANH,
          Activation.RELU,
          Activation.LEAKY_RELU,
          Activation.ELU,
          Activation.SELU,
          Activation.SOFTPLUS,
          Activation.SOFTSIGN,
          Activation.SILU,
          Activation.GELU,
          Activation.MISH,
          Activation.HARD_SIGMOID,
          Activation.IDENTITY,
          Activation.SOFTMAX);

  private static final List<String> ANY =
      List.of(
          "abs(a - t)",
          "where(abs(a - t) > 1, abs(a - t) - 0.5, 0.5*(a - t)^2)",
          "max(0, 1 - t*a)",
          "max(0, 1 - t*a)^2",
          "log(cosh(a - t))",
          "max(abs(a - t) - 0.1, 0)",
          "max(0.9*(t - a), -0.1*(t - a))",
          "-0.77*(a - t)^2 + 0.33*abs(a - t)");

  private static String canonical(String formula) {
    return FormulaPrinter.print(FormulaParser.parse(formula));
  }

  private static void collect(
      Activation last, String formula, Precision precision, List<String> into) {
    ActivationChoice choice = new ActivationChoice.Named(last);
    ActivationFormula activation = Activations.of(choice, precision);
    LossChoice loss = new LossChoice.Written(canonical(formula));
    Arithmetic network = Arithmetic.of(precision);
    OutputForms forms = OutputLayer.of(activation, Losses.of(loss, choice, 1), network).forms();
    String name = formula + " behind " + last + " in " + precision + ": ";
    forms.loss().deviation().ifPresent(wrong -> into.add(name + "loss " + wrong));
    forms.delta().deviation().ifPresent(wrong -> into.add(name + "gradient " + wrong));
    forms.summand().deviation().ifPresent(wrong -> into.add(name + "summand " + wrong));
  }

  /** Half of the pairs in float, the other half in double. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void ordinaryLossesNeedNoWarning(Precision precision) {
    List<String> warnings = new ArrayList<>();
    for (Activation last : OUTPUTS) {
      for (int i = 0; i < ANY.size(); i++) {
        if (i % 2 == (last.ordinal() + precision.ordinal()) % 2) {
          collect(last, ANY.get(i), precision, warnings);
        }
      }
    }
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-7", "1e-8", "1e-10", "1e-12", "1e-15", "1e-20"})
  void neitherDoCrossEntropiesWithAnEpsilon(String epsilon) {
    String formula = "-(t*log(a + E) + (1 - t)*log(1 - a + E))".replace("E", epsilon);
    List<String> warnings = new ArrayList<>();
    for (Activation last :
        List.of(Activation.SIGMOID, Activation.HARD_SIGMOID, Activation.SOFTMAX)) {
      for (Precision precision : Precision.values()) {
        collect(last, formula, precision, warnings);
      }
    }
    assertThat(warnings).isEmpty();
  }
}
