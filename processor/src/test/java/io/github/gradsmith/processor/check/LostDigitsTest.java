package io.github.gradsmith.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineForm;
import io.github.gradsmith.processor.formula.machine.MachineValues;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import io.github.gradsmith.processor.layer.OutputLayer;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.Precision;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Forms whose digits are lost where few points of a trial lie, or look as if they might be. */
class LostDigitsTest {
  private static final Arithmetic FLOAT = Arithmetic.FLOAT;

  private static String canonical(String formula) {
    return FormulaPrinter.print(FormulaParser.parse(formula));
  }

  private static ActivationFormula activation(String formula) {
    return Activations.of(new ActivationChoice.Written(canonical(formula)), Precision.FLOAT);
  }

  private static double output(ActivationFormula activation, double z) {
    MachineForm value = ActivationForms.value(activation, FLOAT).form();
    return MachineValues.of(value, FLOAT, Map.of("z", new double[] {z}))[0];
  }

  private static double at(MachineForm form, ActivationFormula activation, double z, double t) {
    Map<String, double[]> point = new HashMap<>();
    point.put("z", new double[] {z});
    point.put("a", new double[] {output(activation, z)});
    point.put("t", new double[] {t});
    point.put(ActivationForms.ERROR, new double[] {1});
    return MachineValues.of(form, FLOAT, point)[0];
  }

  private static MachineForm gradient(String formula, String loss) {
    ActivationChoice choice = new ActivationChoice.Written(canonical(formula));
    LossFormula term = Losses.of(new LossChoice.Written(canonical(loss)), choice, 1);
    Chosen chosen = OutputLayer.of(activation(formula), term, FLOAT).forms().delta();
    assertThat(chosen.deviation()).isEmpty();
    return chosen.form();
  }

  /** All outputs are 1e8 in float, and no rounding makes a slope of 0 of 1e-12. */
  @Test
  void aSlopeIsNotZeroBecauseTheOutputMayBeOnEitherSideOfAKink() {
    ActivationFormula activation = activation("z/(abs(z) + 1e12) + 1e8");
    MachineForm slope = ActivationForms.delta(activation, FLOAT).form();
    for (double z : new double[] {-70, -1, 0, 0.3, 80}) {
      assertThat(at(slope, activation, z, 0)).isCloseTo(1e-12, within(1e-16));
    }
  }

  /** Multiplied out, log1p of something small is a difference of large logarithms. */
  @Test
  void aSignIsNotTakenOfADifferenceThatHasLostItsDigits() {
    String formula = "log1p(1e33*abs(log1p(6.689e-7*abs(z))/6720))";
    double t = FLOAT.round(0.3);
    MachineForm gradient =
        gradient(formula, "where(abs(a - t) > 1e-27, abs(a - t), 0.1*(a - t)^2)");
    double factor = 1e33 * 6.689e-7 / 6720;
    for (double z : new double[] {-1.9895083585253584E-27, 3e-28, 1e-25, -1e-24}) {
      double x = FLOAT.round(z);
      double a = Math.log1p(factor * Math.abs(x));
      double slope = Math.signum(a - t) * Math.signum(x) * factor / (1 + factor * Math.abs(x));
      assertThat(at(gradient, activation(formula), x, t))
          .isCloseTo(slope, within(1e-4 * Math.abs(slope)));
    }
  }

  /** The output nears 1 without reaching it, and 1 − a has few digits there. */
  @Test
  void aGradientKeepsItsDigitsWhereTheOutputNearsATarget() {
    String formula = "z * z / sqrt((z * z)^2 + 1)";
    MachineForm gradient =
        gradient(formula, "-(t*log(a + 8.321e-5) + (1 - t)*log(1 - a + 8.321e-5))");
    for (double z = 6; z < 30; z += 0.37) {
      double x = FLOAT.round(z);
      double root = Math.sqrt(x * x * x * x + 1);
      double rest = 1 / (root * (root + x * x)); // 1 - a
      double slope = 2 * x / (root * root * root);
      double expected = slope / (rest + 8.321e-5);
      assertThat(at(gradient, activation(formula), x, 0))
          .isCloseTo(expected, within(1e-4 * expected));
    }
  }

  /** Large exponents that cancel have no digits left; 1e4 and 1e6 are too round to show it. */
  @Test
  void aFormThatIsRightFarOffByChanceIsNotTaken() {
    ActivationFormula activation =
        activation(
            "1/(1 + 1e-2*exp(-(z + 1e-5))) + sigmoid(2.316e7*z)/(1e26 + sigmoid(2.316e7*z)^2)");
    DoubleUnaryOperator written = z -> 1 / (1 + 1e-2 * Math.exp(-(z + 1e-5)));
    for (double z : new double[] {-30, -1, 0.5, 90, 5432.1, 643782.1875, 987654.3}) {
      double x = FLOAT.round(z);
      double expected = written.applyAsDouble(x);
      assertThat(output(activation, x)).isCloseTo(expected, within(1e-4 * expected));
    }
  }
}
