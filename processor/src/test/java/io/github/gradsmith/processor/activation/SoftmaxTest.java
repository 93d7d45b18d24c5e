package io.github.gradsmith.processor.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.render.MathRenderer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SoftmaxTest {
  private static final double H = 1e-5;

  @Test
  void valueAndCrossSlopeAreThoseOfTheBook() {
    assertThat(MathRenderer.render(Softmax.FORMULA.value())).isEqualTo("eᶻ / (eᶻ + r)");
    assertThat(MathRenderer.render(Softmax.FORMULA.crossSlope())).isEqualTo("−a b");
  }

  @Test
  void slopesOfTheLogarithmFollowByTheChainRule() {
    assertThat(MathRenderer.render(Softmax.LOGARITHM.value())).isEqualTo("z − log(eᶻ + r)");
    assertThat(MathRenderer.render(Softmax.LOGARITHM.slope().expression())).isEqualTo("−expm1(a)");
    assertThat(MathRenderer.render(Softmax.LOGARITHM.crossSlope())).isEqualTo("−eᵃ");
  }

  @Test
  void jacobianAgreesWithDifferenceQuotients() {
    check(Softmax.FORMULA, SoftmaxTest::softmax);
    check(
        Softmax.LOGARITHM,
        z -> Arrays.stream(softmax(z)).map(probability -> Math.log(probability)).toArray());
  }

  private static void check(Softmax formula, UnaryOperator<double[]> layer) {
    Random random = new Random(42);
    double[] z = random.doubles(5, -3, 3).toArray();
    double[] a = layer.apply(z);
    for (int i = 0; i < z.length; i++) {
      double[] numeric = column(layer, z, i);
      for (int j = 0; j < z.length; j++) {
        double derived =
            i == j
                ? Evaluator.evaluate(formula.slope().expression(), Map.of("a", a[i]))
                : Evaluator.evaluate(formula.crossSlope(), Map.of("a", a[i], "b", a[j]));
        assertThat(derived).isCloseTo(numeric[j], within(1e-9));
      }
    }
  }

  /** ∂a/∂zᵢ of all outputs. */
  private static double[] column(UnaryOperator<double[]> layer, double[] z, int i) {
    double[] above = z.clone();
    double[] below = z.clone();
    above[i] += H;
    below[i] -= H;
    double[] high = layer.apply(above);
    double[] low = layer.apply(below);
    double[] column = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      column[j] = (high[j] - low[j]) / (2 * H);
    }
    return column;
  }

  private static double[] softmax(double[] z) {
    double sum = 0;
    for (double x : z) {
      sum += Math.exp(x);
    }
    double[] a = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      a[i] = Math.exp(z[i]) / sum;
    }
    return a;
  }
}
