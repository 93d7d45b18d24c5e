package io.github.gradsmith.processor.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.formula.Evaluator;
import io.github.gradsmith.processor.formula.MathRenderer;
import io.github.gradsmith.processor.formula.NumericDerivative;
import io.github.gradsmith.processor.model.LossChoice;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
    LossFormula formula = Losses.of(new LossChoice.Named(loss), 3);
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
