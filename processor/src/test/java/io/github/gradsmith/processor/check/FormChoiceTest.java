package io.github.gradsmith.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.activation.ActivationForms;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.ConstantValue;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.StableForm;
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
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormChoiceTest {
  private static ActivationFormula activation(String formula, Precision precision) {
    String canonical = FormulaPrinter.print(FormulaParser.parse(formula));
    return Activations.of(new ActivationChoice.Written(canonical), precision);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "z / (1 + exp(-z))",
        "1 / (1 + exp(-z))",
        "log(1 + exp(z))",
        "sqrt(1 + z^2) - 1",
        "where(z > 0, z, min(z, exp(z) - 1))",
        "z * tanh(log(1 + exp(z)))",
        "exp(z^2) / (1 + exp(z^2))",
        "atan(z) + sin(z)",
      })
  void theStableFormIsTakenWhereItIsRight(String formula) {
    for (Precision precision : Precision.values()) {
      Arithmetic network = Arithmetic.of(precision);
      ActivationFormula activation = activation(formula, precision);
      assertThat(ActivationForms.value(activation, network).form())
          .isEqualTo(MachineForm.stableValue(activation.value(), network));
      assertThat(ActivationForms.value(activation, network).deviation()).isEmpty();
      assertThat(ActivationForms.delta(activation, network).deviation()).isEmpty();
    }
  }

  @Test
  void theWrittenFormIsTakenWhereTheStableOneLosesDigits() {
    ActivationFormula activation = activation("log(abs(z) + 1e-7)", Precision.FLOAT);
    Chosen chosen = ActivationForms.value(activation, Arithmetic.FLOAT);
    assertThat(StableForm.of(activation.value())).isNotEqualTo(activation.value());
    assertThat(chosen.form()).isEqualTo(new MachineForm(activation.value(), Arithmetic.FLOAT));
  }

  @Test
  void doubleIsTakenWhereNoFloatWillDo() {
    ActivationFormula activation = activation("(z / (abs(z) + 1e-12))^3", Precision.FLOAT);
    Chosen chosen = ActivationForms.delta(activation, Arithmetic.FLOAT);
    assertThat(chosen.form().arithmetic()).isEqualTo(Arithmetic.DOUBLE);
    assertThat(chosen.deviation()).isEmpty();
  }

  @Test
  void aSlopeIsInTheInputWhereTheOutputHasLostIt() {
    assertThat(activation("1e10 + tanh(z)", Precision.FLOAT).slope().inOutput()).isFalse();
    assertThat(activation("1e3 + tanh(z)", Precision.DOUBLE).slope().inOutput()).isTrue();
    assertThat(activation("1 + tanh(z)", Precision.FLOAT).slope().inOutput()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1e-300 * z, FLOAT", "sin(1e30 * z), DOUBLE"})
  void whatNoFormGivesIsSaid(String formula, Precision precision) {
    Arithmetic network = Arithmetic.of(precision);
    Chosen value = ActivationForms.value(activation(formula, precision), network);
    Deviation deviation = value.deviation().orElseThrow();
    assertThat(deviation.point()).containsOnlyKeys("z");
    assertThat(deviation.expected()).isNotEqualTo(deviation.found());
    assertThat(deviation.further()).isLessThan(deviation.tried());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqrt((0.34 * z + 0.45)^2 + 1e-24)",
        "sqrt((0.7 * z - 0.19)^2 + 1e-30)",
        "log1p((z - 0.61)^2 * 1e20)",
      })
  void slopesKeepTheirDigitsWhereASumVanishes(String formula) {
    ActivationFormula activation = activation(formula, Precision.DOUBLE);
    MachineForm slope = ActivationForms.delta(activation, Arithmetic.DOUBLE).form();
    Expr written = Derivative.byRules(activation.value(), "z");
    for (double z : new double[] {-1.32352, -1.323529, 0.27142, 0.2714285, 0.60999, 0.6100001}) {
      double exact = ConstantValue.of(written, Map.of("z", new BigDecimal(z))).doubleValue();
      double[] a = {Evaluator.evaluate(activation.value(), Map.of("z", z))};
      Map<String, double[]> point =
          Map.of("z", new double[] {z}, "a", a, ActivationForms.ERROR, new double[] {1});
      double found = MachineValues.of(slope, Arithmetic.DOUBLE, point)[0];
      assertThat(found).isCloseTo(exact, within(2e-9 * Math.abs(exact)));
    }
  }

  /** 784 inputs of ordinary size may sum up to this. */
  @ParameterizedTest
  @CsvSource({
    "FLOAT, SIGMOID, sqrt((a - t)^2 + 1e-9)",
    "DOUBLE, SIGMOID, sqrt((a - t)^2 + 1e-9)",
    "DOUBLE, TANH, log(cosh(a - t))",
    "FLOAT, SOFTPLUS, (a - t)^2 / (1 + abs(a - t))",
  })
  void gradientsAreFiniteWhereExponentialsOverflow(
      Precision precision, Activation last, String formula) {
    Arithmetic network = Arithmetic.of(precision);
    ActivationChoice choice = new ActivationChoice.Named(last);
    ActivationFormula activation = Activations.of(choice, precision);
    LossFormula loss = Losses.of(new LossChoice.Written(formula), choice, 1);
    MachineForm gradient = OutputLayer.of(activation, loss, network).forms().delta().form();
    for (double z : new double[] {-1e4, -1000, -720, -400, 400, 720, 1000, 1e4}) {
      double[] one = {z};
      MachineForm value = ActivationForms.value(activation, network).form();
      double[] a = MachineValues.of(value, network, Map.of("z", one));
      Map<String, double[]> point = Map.of("z", one, "a", a, "t", new double[] {0.3});
      assertThat(MachineValues.of(gradient, network, point)[0]).isFinite();
    }
  }

  /** In double a form has more digits than in float, and is not to be refused for those. */
  @ParameterizedTest
  @CsvSource({"-40", "-3", "2.5", "75", "800", "20000", "1e6"})
  void aFormInDoubleIsJudgedByTheRoundingOfDouble(double z) {
    ActivationFormula activation = activation("log(1 + 3.989e-4 * exp(z))", Precision.FLOAT);
    Chosen chosen = ActivationForms.value(activation, Arithmetic.FLOAT);
    double expected = z < 80 ? Math.log1p(3.989e-4 * Math.exp(z)) : z + Math.log(3.989e-4);
    double[] found =
        MachineValues.of(chosen.form(), Arithmetic.FLOAT, Map.of("z", new double[] {z}));
    assertThat(found[0]).isCloseTo(expected, within(1e-4 * Math.abs(expected) + 1e-6));
  }

  /** Whether the maximum turns at 0 is rounding alone, and no excuse for NaN. */
  @Test
  void whereOneTurnsByRoundingThereIsANumber() {
    String formula = "max(exp(-(log(1 + 1e-267 * exp(z)))^2 / 1.829e-203), 3.182e-6)";
    MachineForm slope =
        ActivationForms.delta(activation(formula, Precision.FLOAT), Arithmetic.FLOAT).form();
    double[] one = {1};
    for (double z : new double[] {-80, -2, 0, 1, 30}) {
      Map<String, double[]> point =
          Map.of("z", new double[] {z}, "a", one, ActivationForms.ERROR, one);
      assertThat(MachineValues.of(slope, Arithmetic.FLOAT, point)[0]).isFinite();
    }
  }

  /** 1 + sin z is never below 0, and has no digits of a float left where it touches it. */
  @Test
  void digitsAreKeptWhereASumTouchesZero() {
    ActivationFormula activation = activation("sin(z)", Precision.FLOAT);
    LossChoice written = new LossChoice.Written("-log(1 + a)");
    ActivationChoice choice = new ActivationChoice.Written(activation.value().toString());
    MachineForm loss =
        OutputLayer.of(activation, Losses.of(written, choice, 1), Arithmetic.FLOAT)
            .forms()
            .loss()
            .form();
    for (double off : new double[] {0x1p-8, 0x1.4p-9, 0x1p-7}) {
      double z = (float) (-2.5 * Math.PI + off);
      double a = (float) Math.sin(z);
      Map<String, double[]> point =
          Map.of("z", new double[] {z}, "a", new double[] {a}, "t", new double[] {0});
      double expected = -Math.log1p(Math.sin(z));
      assertThat(MachineValues.of(loss, Arithmetic.FLOAT, point)[0])
          .isCloseTo(expected, within(1e-4 * Math.abs(expected)));
    }
  }

  /** The square of this guard is 0 in float: what looks like a pole is none. */
  @Test
  void aNumberIsTakenBesideWhatLooksLikeAPole() {
    ActivationFormula activation =
        activation("min(z, 54.88) / (3.779e-36 + min(z, 54.88)^2)", Precision.FLOAT);
    MachineForm slope = ActivationForms.delta(activation, Arithmetic.FLOAT).form();
    double[] zero = {0};
    Map<String, double[]> point =
        Map.of("z", zero, "a", zero, ActivationForms.ERROR, new double[] {1});
    assertThat(MachineValues.of(slope, Arithmetic.FLOAT, point)[0])
        .isCloseTo(1 / 3.779e-36, within(1e-4 / 3.779e-36));
  }

  /** Rounding of a guard that is not taken excuses nothing. */
  @Test
  void digitsAreKeptBesideALargeGuard() {
    String formula = "tanh(max(z, -1e28)) / sqrt(tanh(max(z, -1e28))^2 + 1e33)";
    MachineForm value =
        ActivationForms.value(activation(formula, Precision.FLOAT), Arithmetic.FLOAT).form();
    double[] z = {-0x1p-42, 0x1p-30, 0.5};
    double[] found = MachineValues.of(value, Arithmetic.FLOAT, Map.of("z", z));
    for (int i = 0; i < z.length; i++) {
      double expected = Math.tanh(z[i]) / Math.sqrt(1e33);
      assertThat(found[i]).isCloseTo(expected, within(1e-4 * Math.abs(expected)));
    }
  }

  /** The output is infinite, its slope is not. */
  @Test
  void aSlopeIsNotInAnOutputBeyondTheRange() {
    ActivationFormula activation = activation("z / (abs(z) + 1e-10) + 6.899e195", Precision.FLOAT);
    MachineForm slope = ActivationForms.delta(activation, Arithmetic.FLOAT).form();
    Map<String, double[]> point =
        Map.of(
            "z",
            new double[] {0},
            "a",
            new double[] {Double.POSITIVE_INFINITY},
            ActivationForms.ERROR,
            new double[] {1});
    assertThat(MachineValues.of(slope, Arithmetic.FLOAT, point)[0]).isCloseTo(1e10, within(1e6));
  }

  /** At 0.7 this activation is exp(140), which is no target of a network of floats. */
  @Test
  void outputsBeyondTheRangeAreNoTargets() {
    ActivationFormula activation = activation("exp(200 * z)", Precision.FLOAT);
    LossChoice written = new LossChoice.Written("sqrt((a - t)^2 + 1e-9)");
    ActivationChoice choice = new ActivationChoice.Written(activation.value().toString());
    MachineForm gradient =
        OutputLayer.of(activation, Losses.of(written, choice, 1), Arithmetic.FLOAT)
            .forms()
            .delta()
            .form();
    double a = (float) Math.exp(25);
    Map<String, double[]> point =
        Map.of("z", new double[] {0.125}, "a", new double[] {a}, "t", new double[] {0.3f});
    assertThat(MachineValues.of(gradient, Arithmetic.FLOAT, point)[0])
        .isCloseTo(200 * a, within(1e-4 * 200 * a));
  }

  /** No usual target is an output of this activation, which begins at √2. */
  @Test
  void gradientsKeepTheirDigitsNearAnyTarget() {
    ActivationFormula activation =
        activation("sqrt(1 + sqrt(1 + (0.15 * z)^2)^2)", Precision.DOUBLE);
    LossChoice written = new LossChoice.Written("sqrt((a - t)^2 + 1e-20)");
    ActivationChoice choice = new ActivationChoice.Written(activation.value().toString());
    MachineForm gradient =
        OutputLayer.of(activation, Losses.of(written, choice, 1), Arithmetic.DOUBLE)
            .forms()
            .delta()
            .form();
    double[] z = {3};
    MachineForm value = ActivationForms.value(activation, Arithmetic.DOUBLE).form();
    double[] a = MachineValues.of(value, Arithmetic.DOUBLE, Map.of("z", z));
    double slope =
        ConstantValue.of(
                Derivative.byRules(activation.value(), "z"), Map.of("z", new BigDecimal(3)))
            .doubleValue();
    for (double off : new double[] {1e-3, 1e-5}) {
      double t = a[0] - off;
      Map<String, double[]> point = Map.of("z", z, "a", a, "t", new double[] {t});
      assertThat(MachineValues.of(gradient, Arithmetic.DOUBLE, point)[0])
          .isCloseTo(slope, within(1e-9 * slope));
    }
  }

  /** Within a digit of such a point the gradient takes every value; no warning is due. */
  @ParameterizedTest
  @CsvSource({
    "FLOAT, 'where(z > 0, z * z / (1 + z^2 / 1e17), z / (1 + abs(z)))', 1e-27",
    "DOUBLE, 'max(min(0.87 * z, -0.6 * z), 0.36 * z)', 1e-27",
  })
  void aTurnWithinADigitIsNoFault(Precision precision, String formula, String guard) {
    ActivationFormula activation = activation(formula, precision);
    LossChoice written = new LossChoice.Written("sqrt((a - t)^2 + " + guard + ")");
    ActivationChoice choice = new ActivationChoice.Written(activation.value().toString());
    Chosen gradient =
        OutputLayer.of(activation, Losses.of(written, choice, 1), Arithmetic.of(precision))
            .forms()
            .delta();
    assertThat(gradient.deviation()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'max(z, -1.797e308)', z",
    "'min(1e200, tanh(z))', tanh(z)",
    "tanh(z) + 2.2e-308, tanh(z)",
    "log(abs(z) + 1.18e-38), log(abs(z) + 1.18e-38)",
  })
  void numbersThatChangeNothingInFloatAreLeftOut(String formula, String emitted) {
    ActivationFormula activation = activation(formula, Precision.FLOAT);
    assertThat(ActivationForms.value(activation, Arithmetic.FLOAT).form())
        .isEqualTo(new MachineForm(FormulaParser.parse(emitted), Arithmetic.FLOAT));
  }
}
