package io.github.gradsmith.processor.derivation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.generated.Choices;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All mathematics of all pages parses. */
class PageLatexTest {
  private static final LossChoice HALF = new LossChoice.Named(Loss.HALF_SQUARED_ERROR);
  private static final ActivationChoice SIGMOID = new ActivationChoice.Named(Activation.SIGMOID);

  @Test
  void ofTheLecturesNetwork() {
    LatexSyntax.check(DerivationDocument.of(Networks.LECTURE));
  }

  @TestFactory
  Stream<DynamicTest> ofEveryOutput() {
    return Choices.OUTPUTS.stream()
        .map(
            output ->
                DynamicTest.dynamicTest(
                    output.toString(),
                    () -> {
                      ActivationChoice last = new ActivationChoice.Named(output.activation());
                      LossChoice loss = new LossChoice.Named(output.loss());
                      check(new int[] {2, 2, 2}, SIGMOID, last, loss);
                      check(output.allowed(3, 1), SIGMOID, last, loss);
                      check(new int[] {784, 30, 20, 10}, SIGMOID, last, loss);
                    }));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SOFTMAX", "LOG_SOFTMAX"})
  void ofEveryHiddenActivation(Activation activation) {
    ActivationChoice hidden = new ActivationChoice.Named(activation);
    check(new int[] {1, 2, 2, 1}, hidden, SIGMOID, HALF);
    check(new int[] {4, 5, 6, 7, 8, 9, 10, 11, 12}, hidden, hidden, HALF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "z / (1 + exp(-z))",
        "log(cosh(z))",
        "z^2^3 / exp(z)^2",
        "max(z, min(1, abs(z)))^2",
        "where(z >= 0, where(z < 1, z, 1), -sqrt(-z))",
        "sin(z)^2 + cos(z)^-2 + atan(sinh(z)) - sign(z) * pi",
        "1.0507009873554804934193349852946 * z * erf(z / 3)",
        "expm1(z) * log1p(z^2) * softplus(z)^2 * sigmoid(-z)",
        "-z",
        "0",
      })
  void ofAUsersFormulas(String formula) {
    ActivationChoice activation = new ActivationChoice.Written(formula);
    check(new int[] {2, 2, 2}, activation, activation, new LossChoice.Written("log(cosh(a - t))"));
    check(new int[] {2, 2, 2}, activation, SIGMOID, new LossChoice.Written("abs(a - t)^3 / 3"));
  }

  @Test
  void aFaultIsFound() {
    for (String fault :
        List.of("x^{2}^{3}", "\\frac{1}{", "\\operatorname{f}", "a & b", "\\left(1", "a_{1}_{2}")) {
      String page = "```math\na\n```\n".repeat(11) + "```math\n" + fault + "\n```\n";
      assertThatThrownBy(() -> LatexSyntax.check(page))
          .as(fault)
          .isInstanceOf(AssertionError.class);
    }
    String page = "```math\na\n```\n".repeat(11);
    LatexSyntax.check(page);
    assertThatThrownBy(() -> LatexSyntax.check(page + "| a | b |\n"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> LatexSyntax.check(page + "a $x$\n"))
        .isInstanceOf(AssertionError.class);
  }

  private static void check(
      int[] widths, ActivationChoice hidden, ActivationChoice last, LossChoice loss) {
    LatexSyntax.check(DerivationDocument.of(Networks.plan(widths, hidden, last, loss)));
  }
}
