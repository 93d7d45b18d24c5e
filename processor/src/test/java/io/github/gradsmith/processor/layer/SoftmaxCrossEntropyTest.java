package io.github.gradsmith.processor.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.loss.Losses;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoftmaxCrossEntropyTest {
  /** exp(−900) is 0 in double, and so is the output whose logarithm the loss takes. */
  @Test
  void isFiniteWhereTheOutputVanishes() {
    LossTerm term =
        OutputLayer.of(
                Activations.formula(Activation.SOFTMAX),
                Losses.formula(Loss.CROSS_ENTROPY),
                Arithmetic.DOUBLE)
            .lossTerm();
    double loss = Evaluator.evaluate(term.expression(), Map.of("z", -900.0, "s", 1.0, "t", 1.0));
    assertThat(loss).isEqualTo(900);
  }
}
