package io.github.gradsmith.processor.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.NumericDerivative;
import io.github.gradsmith.processor.formula.render.MathRenderer;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("fast")
class LossesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "HALF_SQUARED_ERROR; ½ (t − a)²; a − t",
        "MEAN_SQUARED_ERROR; (t − a)² / n; 2 (a − t) / n",
        "ABSOLUTE_ERROR; |t − a|; sign(a − t)",
        "BINARY_CROSS_ENTROPY; −t log a − (1 − t) log(1 − a); (a − t) / (a (1 − a))",
        "CROSS_ENTROPY; −t log a; −t / a",
      })
  void gradientsAreDerived(Loss loss, String term, String gradient) {
    LossFormula formula = Losses.formula(loss);
    assertThat(MathRenderer.render(formula.term())).isEqualTo(term);
    assertThat(MathRenderer.render(formula.gradient())).isEqualTo(gradient);
  }

  @ParameterizedTest
  @EnumSource
  void everyLossIsATermInOutputAndTarget(Loss loss) {
    checkIsATermInOutputAndTarget(of(loss, Activation.SIGMOID));
  }

  /** Outputs that are logarithms already need none. */
  @Test
  void crossEntropyOfLogarithmsIsLinear() {
    LossFormula formula = of(Loss.CROSS_ENTROPY, Activation.LOG_SOFTMAX);
    assertThat(MathRenderer.render(formula.term())).isEqualTo("−t a");
    assertThat(MathRenderer.render(formula.gradient())).isEqualTo("−t");
    checkIsATermInOutputAndTarget(formula);
    assertThat(of(Loss.HUBER, Activation.LOG_SOFTMAX)).isEqualTo(Losses.formula(Loss.HUBER));
  }

  private static LossFormula of(Loss loss, Activation last) {
    return Losses.of(new LossChoice.Named(loss), new ActivationChoice.Named(last), 3);
  }

  private static void checkIsATermInOutputAndTarget(LossFormula formula) {
    assertThat(formula.term().variables()).isEqualTo(Set.of("a", "t"));
    assertThat(formula.source()).isNotBlank();
    for (double a = 0.05; a < 1; a += 0.1) {
      for (double t : new double[] {0, 0.32, 1}) {
        Map<String, Double> point = Map.of("a", a, "t", t);
        double numeric = NumericDerivative.of(formula.term(), "a", point);
        assertThat(Evaluator.evaluate(formula.gradient(), point))
            .isCloseTo(numeric, within(1e-6 * (1 + Math.abs(numeric))));
      }
    }
  }
}
