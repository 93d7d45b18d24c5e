package io.github.gradsmith.processor.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.activation.ElementwiseFormula;
import io.github.gradsmith.processor.activation.Softmax;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every line of every calculation is evaluated at many points. A derivative that a line has still
 * to take is taken numerically, so that rule and number must agree.
 */
@Tag("fast")
class CalculationTest {
  /** Odd numbers, which meet no kink. */
  private static final double[] POINTS = {
    -7.31, -3.77, -2.43, -1.61, -0.89, -0.37, -0.053, 0.041, 0.29, 0.71, 1.37, 2.19, 3.83, 6.47
  };

  @ParameterizedTest
  @EnumSource
  void allLinesOfAnActivationAreEqual(Activation activation) {
    ActivationFormula formula = Activations.formula(activation);
    if (formula instanceof ElementwiseFormula elementwise) {
      check(elementwise);
    } else {
      checkSoftmax((Softmax) formula);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "z / (1 + exp(-z))",
        "1 / (1 + exp(-2 * z))",
        "sigmoid(3 - z)",
        "sigmoid(z^2)",
        "1 / (exp(z) + 1)",
        "log(cosh(z))",
        "log1p(exp(z)) * expm1(z / 3)",
        "max(0, min(1, z / 6 + 1/2))",
        "where(z > 1, sqrt(z), where(z > -1, z^3 / 3, sin(z) * cos(z)))",
        "z^3 / 3 - sin(z)^2 / z",
        "2^z + (1 + z^2)^(z / 10)",
        "atan(z) * sinh(z / 2) - abs(z) * erf(z)",
        "tanh(softplus(z)) * z",
        "(z + 1) * (z + 2) * (z + 3) * exp(z / 5)",
        "where(z > 0, max(z, 1), z * tanh(z))",
        "7",
      })
  void allLinesOfAUsersFormulaAreEqual(String formula) {
    check((ElementwiseFormula) Activations.of(new ActivationChoice.Written(formula)));
  }

  @ParameterizedTest
  @EnumSource
  void allLinesOfALossAreEqual(Loss loss) {
    LossFormula formula =
        Losses.of(new LossChoice.Named(loss), new ActivationChoice.Named(Activation.SIGMOID), 3);
    Calculation calculation = LocalSection.lossSlope(formula);
    for (double a : new double[] {0.013, 0.21, 0.47, 0.79, 0.89}) {
      for (double t : new double[] {-2.3, 0, 0.11, 0.66, 1, 4.1}) {
        checkAll(calculation, Map.of("a", a, "t", t));
      }
    }
    assertThat(calculation.result()).isEqualTo(formula.gradient());
  }

  @Test
  void theLogisticFunctionTakesTheLecturesWayAlsoWithAnotherArgument() {
    for (String formula :
        List.of("sigmoid(z)", "1 / (1 + exp(-z))", "exp(2 * z) / (1 + exp(2 * z))")) {
      ElementwiseFormula logistic =
          (ElementwiseFormula) Activations.of(new ActivationChoice.Written(formula));
      assertThat(ActivationSlope.of(logistic).steps())
          .extracting(Step::reason)
          .containsExactly(
              "",
              "power form",
              "chain rule",
              "minus times minus is plus",
              "split the denominator",
              "add and subtract one",
              "cancel",
              "put a in");
    }
  }

  @Test
  void aLineTooLongToReadIsLeftOut() {
    String formula = "z*exp(z)*sin(z)*cos(z)*atan(z)*sinh(z)*cosh(z)*tanh(z)*erf(z)*sigmoid(z)";
    ElementwiseFormula large =
        (ElementwiseFormula) Activations.of(new ActivationChoice.Written(formula));
    List<Step> steps = ActivationSlope.of(large).steps();
    assertThat(steps).extracting(Step::reason).contains("all rules, simplified");
    assertThat(steps.subList(0, steps.size() - 1))
        .allMatch(step -> Calculation.size(step.expression()) <= 150);
    check(large);
  }

  private static void check(ElementwiseFormula formula) {
    Calculation calculation = ActivationSlope.of(formula);
    Step last = calculation.steps().get(calculation.steps().size() - 1);
    assertThat(last.latex())
        .isEqualTo(LatexRenderer.FRACTIONS.render(formula.slope().expression()));
    for (double z : POINTS) {
      checkAll(
          calculation, Map.of("z", z, "a", Evaluator.evaluate(formula.value(), Map.of("z", z))));
    }
  }

  private static void checkSoftmax(Softmax softmax) {
    for (double z : new double[] {-2.1, -0.4, 0.3, 1.9}) {
      Map<String, Double> point = new HashMap<>(Map.of("z", z, "r", 2.7, "u", 1.3));
      point.put("a", Evaluator.evaluate(softmax.value(), point));
      point.put("b", Evaluator.evaluate(softmax.crossValue(), point));
      checkAll(SoftmaxSlope.own(softmax), point);
      checkAll(SoftmaxSlope.cross(softmax), point);
    }
    assertThat(SoftmaxSlope.own(softmax).result()).isEqualTo(softmax.slope().expression());
    assertThat(SoftmaxSlope.cross(softmax).result()).isEqualTo(softmax.crossSlope());
  }

  /** The first line is the derivative itself, so that it must be pending. */
  private static void checkAll(Calculation calculation, Map<String, Double> point) {
    assertThat(calculation.steps().get(0).pending()).hasSize(1);
    double expected = value(calculation.steps().get(0), calculation.variable(), point);
    for (Step step : calculation.steps()) {
      assertThat(value(step, calculation.variable(), point))
          .as("%s at %s", step.latex(), point)
          .isCloseTo(expected, within(1e-8 * Math.max(1, Math.abs(expected))));
    }
  }

  private static double value(Step step, String variable, Map<String, Double> point) {
    Map<String, Double> values = new HashMap<>(point);
    for (Map.Entry<String, Expr> derivative : step.pending().entrySet()) {
      values.put(derivative.getKey(), derivative(derivative.getValue(), variable, point));
    }
    return Evaluator.evaluate(step.expression(), values);
  }

  /** Central differences with halved steps, extrapolated twice: an error of sixth order. */
  private static double derivative(Expr expr, String variable, Map<String, Double> point) {
    double h = Math.abs(point.get(variable)) / 256;
    double first = central(expr, variable, point, h);
    double second = central(expr, variable, point, h / 2);
    double third = central(expr, variable, point, h / 4);
    double coarse = (4 * second - first) / 3;
    double fine = (4 * third - second) / 3;
    return (16 * fine - coarse) / 15;
  }

  private static double central(Expr expr, String variable, Map<String, Double> point, double h) {
    Map<String, Double> after = new HashMap<>(point);
    after.merge(variable, h, Double::sum);
    Map<String, Double> before = new HashMap<>(point);
    before.merge(variable, -h, Double::sum);
    return (Evaluator.evaluate(expr, after) - Evaluator.evaluate(expr, before)) / (2 * h);
  }
}
