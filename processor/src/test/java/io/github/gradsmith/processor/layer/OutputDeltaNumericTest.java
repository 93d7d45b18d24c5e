package io.github.gradsmith.processor.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.loss.Losses;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The derived deltas against difference quotients of the loss through the activation. */
@Tag("fast")
class OutputDeltaNumericTest {
  private static final double H = 1e-5;

  /** Targets that do not sum to 1, so that no term may rely on it. */
  private static final double[] TARGETS = {0.3, 0, 1, 0.2};

  private static final double[] Z = {0.4, -1.3, 2.1, 0.7};

  static Stream<Arguments> pairs() {
    return Stream.of(Activation.values())
        .flatMap(activation -> Stream.of(Loss.values()).map(loss -> Arguments.of(activation, loss)))
        .filter(pair -> isAllowed((Activation) pair.get()[0], (Loss) pair.get()[1]));
  }

  private static boolean isAllowed(Activation activation, Loss loss) {
    return switch (loss) {
      case CROSS_ENTROPY ->
          activation == Activation.SOFTMAX || activation == Activation.LOG_SOFTMAX;
      case BINARY_CROSS_ENTROPY -> activation == Activation.SIGMOID;
      default -> true;
    };
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void deltaIsTheDerivativeOfTheLoss(Activation activation, Loss loss) {
    OutputLayer layer =
        OutputLayer.of(
            Activations.formula(activation),
            Losses.of(new LossChoice.Named(loss), new ActivationChoice.Named(activation), Z.length),
            Arithmetic.DOUBLE);
    for (int i = 0; i < Z.length; i++) {
      double[] above = Z.clone();
      double[] below = Z.clone();
      above[i] += H;
      below[i] -= H;
      double numeric = (loss(layer, activation, above) - loss(layer, activation, below)) / (2 * H);
      assertThat(delta(layer, outputs(activation, Z), i)).isCloseTo(numeric, within(1e-8));
    }
  }

  private static double delta(OutputLayer layer, double[] a, int i) {
    if (layer.delta() instanceof OutputDelta.Elementwise elementwise) {
      return Evaluator.evaluate(elementwise.delta(), Map.of("a", a[i], "t", TARGETS[i], "z", Z[i]));
    }
    OutputDelta.Coupled coupled = (OutputDelta.Coupled) layer.delta();
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += Evaluator.evaluate(coupled.summand(), Map.of("a", a[j], "t", TARGETS[j]));
    }
    return Evaluator.evaluate(coupled.direct(), Map.of("a", a[i], "t", TARGETS[i]))
        + Evaluator.evaluate(coupled.share(), Map.of("a", a[i])) * sum;
  }

  private static double loss(OutputLayer layer, Activation activation, double[] z) {
    double[] a = outputs(activation, z);
    double largest = Stream.of(0, 1, 2, 3).mapToDouble(i -> z[i]).max().orElseThrow();
    double s = 0;
    for (double x : z) {
      s += Math.exp(x - largest);
    }
    double loss = 0;
    for (int i = 0; i < z.length; i++) {
      Map<String, Double> point =
          layer.lossTerm() instanceof LossTerm.InShiftedSum
              ? Map.of("z", z[i] - largest, "t", TARGETS[i], "s", s)
              : Map.of("z", z[i], "a", a[i], "t", TARGETS[i]);
      loss += Evaluator.evaluate(layer.lossTerm().expression(), point);
    }
    return loss;
  }

  /** Every neuron's own value; for softmax r is what the others add to the sum. */
  private static double[] outputs(Activation activation, double[] z) {
    Expr value = Activations.formula(activation).value();
    double[] a = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      double r = 0;
      for (int j = 0; j < z.length; j++) {
        r += i == j ? 0 : Math.exp(z[j]);
      }
      a[i] = Evaluator.evaluate(value, Map.of("z", z[i], "r", r));
    }
    return a;
  }
}
