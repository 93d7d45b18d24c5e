package io.github.gradsmith.processor.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.generated.Choices;
import io.github.gradsmith.processor.generated.CompiledNetworks;
import io.github.gradsmith.processor.kernel.lowering.dense.DenseFormulas;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The formulas that a page writes out, evaluated and compared with what generated code computes.
 */
class NeuronsTest {
  private static final int[] LECTURE = {2, 2, 2};
  private static final int[] DEEP = {2, 1, 2, 1, 2};

  /** Every activation as the last, every loss, and in between every hidden activation. */
  private static final List<Choices.Output> OUTPUTS =
      Choices.OUTPUTS.stream()
          .filter(
              output ->
                  output.loss() == Loss.HALF_SQUARED_ERROR
                      || output.activation() == Activation.SIGMOID
                      || Choices.isForLastOnly(output.activation()))
          .toList();

  @Test
  void partialDerivativesAreTheGeneratedGradient() {
    assertThat(OUTPUTS).hasSizeGreaterThanOrEqualTo(Choices.HIDDEN.size());
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (int i = 0; i < OUTPUTS.size(); i++) {
      Activation hidden = Choices.hidden(i);
      builder.add("Net" + i, "DoubleNetwork", OUTPUTS.get(i).attributes(widths(i), hidden));
    }
    CompiledNetworks networks = builder.compile();
    for (int i = 0; i < OUTPUTS.size(); i++) {
      Choices.Output output = OUTPUTS.get(i);
      NetworkPlan plan =
          Networks.plan(
              widths(i),
              new ActivationChoice.Named(Choices.hidden(i)),
              new ActivationChoice.Named(output.activation()),
              new LossChoice.Named(output.loss()));
      compare(networks.doubles("Net" + i, i), plan);
    }
  }

  private static int[] widths(int i) {
    return i % 2 == 0 ? LECTURE : DEEP;
  }

  /** Every sum, delta and derivative of one sample. */
  private static void compare(DoubleNetwork network, NetworkPlan plan) {
    SplittableRandom random = new SplittableRandom(11);
    double[] parameters = random.doubles(network.parameterCount(), -1.5, 1.5).toArray();
    network.setParameters(parameters);
    double[] x = random.doubles(plan.first().inputs(), -2, 2).toArray();
    double[] t = random.doubles(plan.last().outputs(), 0.1, 0.9).toArray();
    double[] gradient = new double[parameters.length];
    network.gradient(new double[][] {x}, new double[][] {t}, 0, 1, gradient);

    Map<String, Double> values = values(network, plan, x, t);
    Map<String, Double> gradients = named(plan, gradient);
    values.putAll(named(plan, parameters));
    Neurons neurons = new Neurons(plan);
    for (int l = plan.last().number(); l >= 2; l--) {
      LayerPlan layer = plan.layers().get(l - 2);
      for (int j = 1; j <= layer.outputs(); j++) {
        assertClose(values, new DenseFormulas(layer).sum(j), values.get(Symbols.of("z", l, j)));
        double delta = Evaluator.evaluate(neurons.delta(layer, j), values);
        values.put(Symbols.of("\\delta", l, j), delta);
        assertThat(delta).isCloseTo(gradients.get(Symbols.of("b", l, j)), within(1e-12));
      }
      List<DenseFormulas.Partial> partials = neurons.partials(layer);
      assertThat(partials).hasSize(layer.parameters());
      partials.forEach(p -> assertClose(values, p.formula(), gradients.get(p.parameter())));
    }
  }

  private static void assertClose(Map<String, Double> values, Expr formula, double expected) {
    assertThat(Evaluator.evaluate(formula, values)).isCloseTo(expected, within(1e-12));
  }

  private static Map<String, Double> values(
      DoubleNetwork network, NetworkPlan plan, double[] x, double[] t) {
    double[][] z = new double[plan.layers().size() + 1][];
    double[][] a = new double[plan.layers().size() + 1][];
    z[0] = new double[x.length];
    a[0] = new double[x.length];
    for (LayerPlan layer : plan.layers()) {
      z[layer.number() - 1] = new double[layer.outputs()];
      a[layer.number() - 1] = new double[layer.outputs()];
    }
    network.trace(x, z, a);
    Map<String, Double> values = new HashMap<>();
    for (int i = 1; i <= x.length; i++) {
      values.put("x_{" + i + "}", x[i - 1]);
    }
    for (int j = 1; j <= t.length; j++) {
      values.put("t_{" + j + "}", t[j - 1]);
    }
    for (LayerPlan layer : plan.layers()) {
      for (int j = 1; j <= layer.outputs(); j++) {
        values.put(Symbols.of("z", layer.number(), j), z[layer.number() - 1][j - 1]);
        values.put(Symbols.of("a", layer.number(), j), a[layer.number() - 1][j - 1]);
      }
    }
    return values;
  }

  /** A flat array under the lecture's names; the code has a row for each neuron. */
  private static Map<String, Double> named(NetworkPlan plan, double[] flat) {
    Map<String, Double> values = new HashMap<>();
    for (LayerPlan layer : plan.layers()) {
      int offset = plan.offset(layer);
      for (int j = 1; j <= layer.outputs(); j++) {
        for (int i = 1; i <= layer.inputs(); i++) {
          int index = offset + (j - 1) * layer.inputs() + i - 1;
          values.put(Symbols.weight(layer.number(), i, j), flat[index]);
        }
        int bias = offset + layer.inputs() * layer.outputs() + j - 1;
        values.put(Symbols.of("b", layer.number(), j), flat[bias]);
      }
    }
    return values;
  }
}
