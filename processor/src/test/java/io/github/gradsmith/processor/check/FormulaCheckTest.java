package io.github.gradsmith.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.activation.ActivationFormula;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.activation.ElementwiseFormula;
import io.github.gradsmith.processor.check.Finding.Kind;
import io.github.gradsmith.processor.formula.derive.Derivative;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.generated.Choices;
import io.github.gradsmith.processor.loss.Losses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaCheckTest {
  private static List<Finding> check(Expr value, Expr derivative, double largest) {
    return new FormulaCheck(value, derivative, "z", largest).run(Points.weightedSums(), Map.of());
  }

  private static List<Finding> check(String formula, double largest) {
    Expr value = FormulaParser.parse(formula);
    return check(value, Derivative.of(value, "z"), largest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "z",
        "z / (1 + exp(-z))",
        "1 / (1 + exp(-z))",
        "(exp(z) - exp(-z)) / (exp(z) + exp(-z))",
        "tanh(z)",
        "sinh(z) / cosh(z)",
        "sqrt(1 + z^2)",
        "abs(z)",
        "max(z, 0)",
        "min(max(z / 6 + 1 / 2, 0), 1)",
        "exp(-z^2)",
        "log(cosh(z))",
        "log(1 + exp(z))",
        "softplus(z)",
        "z * tanh(softplus(z))",
        "z * tanh(log(1 + exp(z)))",
        "z * (1 + erf(z / sqrt(2))) / 2",
        "z / 2 * (1 + tanh(sqrt(2 / pi) * (z + 0.044715 * z^3)))",
        "where(z > 0, z, z / 100)",
        "where(z >= 0, z, exp(z) - 1)",
        "1.0507 * where(z > 0, z, 1.67326 * (exp(z) - 1))",
        "where(z <= -3, 0, where(z >= 3, 1, z / 6 + 1 / 2))",
        "where(z > 2.4, 0.98367, tanh(z))",
        "z / (1 + abs(z))",
        "z / sqrt(1 + z^2)",
        "atan(z)",
        "sin(z)",
        "z + sin(20 * z)^2 / 20",
        "sin(1000 * z)",
        "sin(1e9 * z)",
        "sigmoid(1000 * z)",
        "1 / (1 + exp(-1000 * z))",
        "exp(z)",
        "expm1(z)",
        "exp(z^2) / (1 + exp(z^2))",
        "exp(-z^2) / (exp(-z^2) + exp(-2 * z^2))",
        "log(1 + exp(10 * z^2))",
        "log(1 - 1 / (1 + exp(-z)))",
        "log(1 / (1 + exp(-z)))",
        "log(1 + exp(z)) - z",
        "sqrt(1 + z^2) - z",
        "sqrt(1 + (z + exp(-z^2))^2)",
        "sqrt(softplus(-0.81 * z)^2 + 1e-35)",
        "sqrt((z - 1)^2 + 1e-30)",
        "sqrt(log1p((-0.17 * z)^2)^2 + 1e-17)",
        "exp(z) * (1 - tanh(z))",
        "z * abs(z)",
        "sqrt(z^2)",
        "log(1 - sigmoid(z))",
        "log(sigmoid(z))",
        "abs(z)^1.5",
        "z * sign(z)",
        "where(z > 0, exp(-1 / z), 0)",
        "where(z > 0, sqrt(z), 0) * z",
        "log1p(abs(z)) * sign(z)",
        "max(z, 0)^2",
        "log(1 + z^2)",
        "z^20 / (1 + z^20)",
        "2^z / (1 + 2^z)",
        "exp(50) + z - exp(50)",
      })
  void findsNothingWrongWithSoundFormulas(String formula) {
    assertThat(check(formula, Float.MAX_VALUE)).isEmpty();
    assertThat(check(formula, Double.MAX_VALUE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingWrongWithTheToolbox(Activation activation) {
    ActivationFormula formula = Activations.formula(activation);
    if (formula instanceof ElementwiseFormula) {
      Expr derivative = Derivative.of(formula.value(), "z");
      assertThat(check(formula.value(), derivative, Float.MAX_VALUE)).isEmpty();
    }
  }

  /** Simplified, the square is multiplied out, and 1e29 a² + 1e29 t² − 2e29 a t + 1 loses its 1. */
  @Test
  void asksADerivativeExactlyWhereItsTermsCancel() {
    Expr term = FormulaParser.parse("sqrt((a - t)^2 + 1e-29)");

    assertThat(
            new FormulaCheck(term, Derivative.of(term, "a"), "a", Float.MAX_VALUE)
                .run(new double[] {-1, 0, 0.5, 1, 2}, Map.of("t", 1.0)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingWrongWithLossesOfTheToolbox(Loss loss) {
    Expr term = Losses.formula(loss).term();
    boolean probabilities = loss == Loss.CROSS_ENTROPY || loss == Loss.BINARY_CROSS_ENTROPY;
    for (Activation activation : Activation.values()) {
      if (activation == Activation.SIGMOID
          || !Choices.isForLastOnly(activation) && !probabilities) {
        Expr value = Activations.formula(activation).value();
        for (double t : Points.targets(value)) {
          Map<String, Double> fixed = Map.of("t", t, "n", 3.0);
          assertThat(
                  new FormulaCheck(term, Derivative.of(term, "a"), "a", Float.MAX_VALUE)
                      .run(Points.outputs(value), fixed))
              .as("%s %s %s", loss, activation, t)
              .isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log(z) | UNDEFINED | -0.003",
        "sqrt(z) | UNDEFINED | -0.003",
        "z^0.5 | UNDEFINED | -0.003",
        "sin(z) / z | UNDEFINED | 0",
        "sin(z - 0.3) / (z - 0.3) | UNDEFINED | 0.3",
        "z^2 / abs(z) | UNDEFINED | 0",
        "1 / z | NOT_FINITE | 0",
        "log(abs(z)) | NOT_FINITE | 0",
        "1 / (z - 0.3) | NOT_FINITE | 0.3",
        "1 / (z + 4.7)^2 | NOT_FINITE | -4.7",
        "sin(z) / cos(z) | NOT_FINITE | 1.5707963267948966",
        "sign(z) | JUMP | 0",
        "where(z > 0, 1, 0) | JUMP | 0",
        "where(z >= 0.3, z, 0) | JUMP | 0.3",
        "where(z < -33.3, z^2, z) | JUMP | -33.3",
        "where(z > 2.4, 0.98, tanh(z)) | JUMP | 2.4",
        "where(z > 0, log(z), z) | JUMP | 0",
        "atan(1 / (z - 0.3)) | JUMP | 0.3",
        "sqrt(abs(z)) | DERIVATIVE_NOT_FINITE | 0",
        "sqrt(z^2 + abs(z)) | DERIVATIVE_NOT_FINITE | 0",
        "where(z > 0.5, 1, 0) * z + where(z > 0.5, 0, 1) | JUMP | 0.5",
        "where(z <= 40.25, z, 40) | JUMP | 40.25",
      })
  void namesWhatIsWrongAndWhere(String formula, Kind kind, double point) {
    List<Finding> findings = check(formula, Double.MAX_VALUE);
    assertThat(findings).extracting(Finding::kind).contains(kind);
    Finding found = findings.stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
    assertThat(found.point()).isCloseTo(point, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"exp(z^2), 18.5, 9.5", "exp(10 * z), 71, 8.9", "z^21, , 68.5", "cosh(z)^3, , 29.8"})
  void whatOverflowsDependsOnThePrecision(String formula, Double inDouble, double inFloat) {
    List<Finding> doubles = check(formula, Double.MAX_VALUE);
    if (inDouble == null) {
      assertThat(doubles).isEmpty();
    } else {
      assertThat(doubles).extracting(Finding::kind).contains(Kind.NOT_FINITE);
    }
    List<Finding> floats = check(formula, Float.MAX_VALUE);
    assertThat(floats.get(0).kind()).isEqualTo(Kind.NOT_FINITE);
    assertThat(floats.get(0).found()).isInfinite();
    assertThat(Math.abs(floats.get(0).point())).isCloseTo(inFloat, within(0.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tanh(z) | 1 - tanh(z)",
        "abs(z) | -sign(z)",
        "exp(z) | z * exp(z - 1)",
        "z^2 | 2 * z + 0.001",
        "log(cosh(z)) | 1",
        "sigmoid(z) | where(z > 7, 0, sigmoid(z) * (1 - sigmoid(z)))",
      })
  void aWrongDerivativeIsFound(String formula, String wrong) {
    List<Finding> findings =
        check(FormulaParser.parse(formula), FormulaParser.parse(wrong), Double.MAX_VALUE);
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.DERIVATIVE_DIFFERS);
  }
}
