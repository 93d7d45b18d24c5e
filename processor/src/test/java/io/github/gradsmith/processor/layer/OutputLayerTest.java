package io.github.gradsmith.processor.layer;

import static io.github.gradsmith.Activation.IDENTITY;
import static io.github.gradsmith.Activation.LOG_SOFTMAX;
import static io.github.gradsmith.Activation.RELU;
import static io.github.gradsmith.Activation.SIGMOID;
import static io.github.gradsmith.Activation.SOFTMAX;
import static io.github.gradsmith.Activation.TANH;
import static io.github.gradsmith.Loss.CROSS_ENTROPY;
import static io.github.gradsmith.Loss.HALF_SQUARED_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.render.MathRenderer;
import io.github.gradsmith.processor.loss.LossFormula;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class OutputLayerTest {
  @Test
  void deltasReadAsInTheLecture() {
    assertThat(delta(SIGMOID, HALF_SQUARED_ERROR)).isEqualTo("(a − t) a (1 − a)");
    assertThat(delta(TANH, HALF_SQUARED_ERROR)).isEqualTo("(a − t) (1 − a²)");
    assertThat(delta(IDENTITY, HALF_SQUARED_ERROR)).isEqualTo("a − t");
    assertThat(delta(RELU, HALF_SQUARED_ERROR)).isEqualTo("(a − t) [a > 0]");
  }

  @Test
  void softmaxCancelsTheOutputOfTheCrossEntropy() {
    OutputDelta.Coupled delta =
        (OutputDelta.Coupled)
            OutputLayer.of(
                    Activations.formula(SOFTMAX), Losses.formula(CROSS_ENTROPY), Arithmetic.DOUBLE)
                .delta();
    assertThat(MathRenderer.render(delta.direct())).isEqualTo("−t");
    assertThat(MathRenderer.render(delta.summand())).isEqualTo("t");
  }

  @Test
  void logSoftmaxGivesTheSameDeltaOfTheCrossEntropy() {
    ActivationChoice last = new ActivationChoice.Named(LOG_SOFTMAX);
    LossFormula loss = Losses.of(new LossChoice.Named(CROSS_ENTROPY), last, 3);
    OutputLayer layer = OutputLayer.of(Activations.formula(LOG_SOFTMAX), loss, Arithmetic.DOUBLE);
    OutputDelta.Coupled delta = (OutputDelta.Coupled) layer.delta();
    assertThat(MathRenderer.render(layer.lossTerm().expression())).isEqualTo("−t a");
    assertThat(MathRenderer.render(delta.direct())).isEqualTo("−t");
    assertThat(MathRenderer.render(delta.share())).isEqualTo("eᵃ");
    assertThat(MathRenderer.render(delta.summand())).isEqualTo("t");
  }

  @Test
  void softmaxOfTheSquaredError() {
    OutputDelta.Coupled delta =
        (OutputDelta.Coupled)
            OutputLayer.of(
                    Activations.formula(SOFTMAX),
                    Losses.formula(HALF_SQUARED_ERROR),
                    Arithmetic.DOUBLE)
                .delta();
    assertThat(MathRenderer.render(delta.direct())).isEqualTo("(a − t) a");
    assertThat(MathRenderer.render(delta.summand())).isEqualTo("(t − a) a");
  }

  @Test
  void crossEntropyNeverTakesTheLogarithmOfAnOutput() {
    LossTerm term =
        OutputLayer.of(
                Activations.formula(SOFTMAX), Losses.formula(CROSS_ENTROPY), Arithmetic.DOUBLE)
            .lossTerm();
    assertThat(term).isInstanceOf(LossTerm.InShiftedSum.class);
    assertThat(MathRenderer.render(term.expression())).isEqualTo("t (log s − z)");
    assertThat(
            MathRenderer.render(
                OutputLayer.of(
                        Activations.formula(SIGMOID),
                        Losses.formula(HALF_SQUARED_ERROR),
                        Arithmetic.DOUBLE)
                    .lossTerm()
                    .expression()))
        .isEqualTo("½ (t − a)²");
  }

  private static String delta(Activation activation, Loss loss) {
    OutputDelta delta =
        OutputLayer.of(Activations.formula(activation), Losses.formula(loss), Arithmetic.DOUBLE)
            .delta();
    return MathRenderer.render(((OutputDelta.Elementwise) delta).delta());
  }
}
