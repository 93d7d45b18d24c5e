package io.github.gradsmith.processor.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineValues;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.Precision;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A loss of a user's own behind softmax keeps its digits where outputs are near their targets. */
class FormsOfSoftmaxLossTest {
  private static final double NEAR = 1e-12;

  @ParameterizedTest
  @CsvSource({
    "LOG_SOFTMAX, -2.5, 1e-35",
    "LOG_SOFTMAX, -1, 1e-30",
    "LOG_SOFTMAX, -0.3, 1e-10",
    "SOFTMAX, 0.3, 1e-35",
    "SOFTMAX, 0.75, 1e-30"
  })
  void keepsDigitsNearTheTarget(Activation softmax, double target, double guard) {
    ActivationChoice choice = new ActivationChoice.Named(softmax);
    ActivationFormula activation = Activations.of(choice, Precision.DOUBLE);
    OutputForms forms =
        OutputLayer.of(
                activation,
                Losses.of(new LossChoice.Written("sqrt((a - t)^2 + " + guard + ")"), choice, 1),
                Arithmetic.DOUBLE)
            .forms();
    for (double off : new double[] {1e-3, 1e-5, 1e-8}) {
      double output = target * (1 + off);
      double error = output - target;
      double slope = error / Math.sqrt(error * error + guard);
      // The probability of another output falls as this one rises.
      double expected = softmax == Activation.SOFTMAX ? -output * slope : -slope;
      Map<String, double[]> point = Map.of("a", new double[] {output}, "t", new double[] {target});
      double[] found = MachineValues.of(forms.summand().form(), Arithmetic.DOUBLE, point);
      assertThat(found[0]).isCloseTo(expected, within(NEAR));
      assertThat(forms.delta().deviation()).isEmpty();
    }
  }

  /** As near to 1 as a float can be, where 1 − a needs the guard's own digits. */
  @Test
  void keepsDigitsNearOne() {
    ActivationChoice choice = new ActivationChoice.Named(Activation.SOFTMAX);
    String formula = "-(t*log(a + 1.081e-7) + (1 - t)*log(1 - a + 1.081e-7))";
    OutputForms forms =
        OutputLayer.of(
                Activations.of(choice, Precision.FLOAT),
                Losses.of(new LossChoice.Written(formula), choice, 1),
                Arithmetic.FLOAT)
            .forms();
    for (double below : new double[] {0x1p-24, 0x1p-20, 0x1.8p-18, 0x1p-15}) {
      double a = 1 - below;
      double expected = -a / (below + 1.081e-7);
      Map<String, double[]> point = Map.of("a", new double[] {a}, "t", new double[] {0});
      double[] found = MachineValues.of(forms.summand().form(), Arithmetic.FLOAT, point);
      assertThat(found[0]).isCloseTo(expected, within(1e-4 * Math.abs(expected)));
    }
  }

  /** The formula as it is written loses its digits where an output is the very target. */
  @ParameterizedTest
  @EnumSource
  void stableFormsAreKept(Precision precision) {
    ActivationChoice choice = new ActivationChoice.Named(Activation.LOG_SOFTMAX);
    Arithmetic network = Arithmetic.of(precision);
    OutputForms forms =
        OutputLayer.of(
                Activations.of(choice, precision),
                Losses.of(new LossChoice.Written("log(cosh(a - t))"), choice, 1),
                network)
            .forms();
    for (double output : new double[] {-0.5, -90, -800, -1e4}) {
      Map<String, double[]> point =
          Map.of("a", new double[] {output}, "t", new double[] {0.5}, "sum", new double[] {-0.3});
      assertThat(MachineValues.of(forms.loss().form(), network, point)[0]).isFinite();
      assertThat(MachineValues.of(forms.summand().form(), network, point)[0]).isFinite();
      assertThat(MachineValues.of(forms.delta().form(), network, point)[0]).isFinite();
    }
  }
}
