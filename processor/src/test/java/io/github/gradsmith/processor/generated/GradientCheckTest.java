package io.github.gradsmith.processor.generated;

import static io.github.gradsmith.Activation.SOFTMAX;
import static io.github.gradsmith.Loss.CROSS_ENTROPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.GradientCheck;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generated gradient beside central differences, every entry of it: all hidden activations,
 * outputs and losses that go together, over several shapes and mini-batches.
 */
class GradientCheckTest {
  private static final int[][] SHAPES = {
    {1, 1}, {2, 3, 1}, {5, 4, 3}, {7, 1, 7}, {3, 8, 8, 8, 2}, {3, 9, 18, 4}, {100, 70, 33}
  };
  private static final int[] BATCHES = {1, 2, 7, 10};

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (Case one : cases()) {
      builder.add(one.name(), "DoubleNetwork", one.attributes());
    }
    for (Case one : floatCases()) {
      builder.add("Float" + one.name(), "FloatNetwork", one.attributes());
    }
    builder.add("Right", "DoubleNetwork", "layers = {5, 4, 3}, activation = {TANH, SIGMOID}");
    builder.add("Kink", "DoubleNetwork", "layers = {1, 1}, activation = RELU");
    networks = builder.compile();
  }

  /**
   * A network.
   *
   * @param shape index of {@link #SHAPES}
   * @param hidden activation of all hidden layers
   * @param output of the last layer
   */
  record Case(int shape, Activation hidden, Choices.Output output) {
    String name() {
      return "S" + shape + hidden + "_" + output.activation() + "_" + output.loss();
    }

    String attributes() {
      return output.attributes(SHAPES[shape], hidden);
    }

    @Override
    public String toString() {
      return attributes();
    }
  }

  /**
   * Every output with its loss in every shape, in the largest one a sixteenth of them; hidden
   * activations in turn, another each time.
   */
  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (int shape = 0; shape < SHAPES.length; shape++) {
      boolean large = SHAPES[shape][0] == 100;
      for (int output = 0; output < Choices.OUTPUTS.size(); output += large ? 16 : 1) {
        cases.add(new Case(shape, Choices.hidden(shape + output), Choices.output(output)));
      }
    }
    return cases;
  }

  static List<Case> floatCases() {
    return IntStream.range(0, Choices.OUTPUTS.size())
        .mapToObj(i -> new Case(2, Choices.hidden(2 + i), Choices.output(i)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyEntryIsTheSlopeOfTheLoss(Case one) {
    DoubleNetwork network = network(one);
    for (int batch : BATCHES) {
      Samples samples = samples(network, one, batch);

      GradientCheck check = GradientCheck.check(network, samples.x, samples.t, 1e-5);

      assertThat(check.maxRelativeError()).as("batch %d: %s", batch, check).isLessThan(1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("floatCases")
  void floatsAgreeWithTheSlopeOfTheDoubleLoss(Case one) {
    FloatNetwork network = networks.floats("Float" + one.name(), 3);
    Samples.perturb(AnyNetwork.of(network), 4);
    Samples samples = Samples.of(AnyNetwork.of(network), 7, 31);

    GradientCheck check =
        GradientCheck.check(
            network,
            networks.doubles(one.name(), 9),
            FloatsAsDoubles.rounded(samples.x),
            FloatsAsDoubles.rounded(samples.t));

    assertThat(check.passes(1e-3)).as(check.toString()).isTrue();
    assertThat(check.maxRelativeError()).isPositive();
  }

  @Test
  void aWrongEntryIsFoundAndNamed() {
    DoubleNetwork right = networks.doubles("Right", 3);
    DoubleNetwork wrong = withEntryOff(right, 5 * 2 + 3, 1e-5);
    Samples samples = Samples.of(AnyNetwork.of(right), 7, 31);

    GradientCheck check = GradientCheck.check(wrong, samples.x, samples.t);

    assertThat(check.passes(1e-6)).isFalse();
    assertThat(check.layer()).isEqualTo(2);
    assertThat(check.neuron()).isEqualTo(2);
    assertThat(check.input()).isEqualTo(3);
    assertThat(check.isBias()).isFalse();
  }

  @Test
  void samplesOffTheKinksAreDemanded() {
    // A RELU at exactly 0: its slope is 0 by contract, the central difference sees one half.
    DoubleNetwork network = networks.doubles("Kink", 1);
    network.setParameters(new double[] {1, 0});

    GradientCheck check = GradientCheck.check(network, new double[][] {{0}}, new double[][] {{-1}});

    assertThat(check.analytic()).isZero();
    assertThat(check.passes(1e-6)).isFalse();
  }

  /**
   * A softmax gets targets for which the loss is not large beside its slope; otherwise the rounding
   * of the loss, some 10⁻¹⁶ E / h, would pass for an error of small entries.
   */
  private static Samples samples(DoubleNetwork network, Case one, int count) {
    Samples samples = Samples.of(AnyNetwork.of(network), count, 31 + count);
    if (one.output.loss() == CROSS_ENTROPY) {
      samples.makeTargetsOneHot();
    } else if (one.output.activation() == SOFTMAX) {
      samples.makeTargetsDistributions();
    }
    return samples;
  }

  private static DoubleNetwork network(Case one) {
    DoubleNetwork network = networks.doubles(one.name(), 3);
    Samples.perturb(AnyNetwork.of(network), 4);
    return network;
  }

  /** The network, but one entry of the gradient is {@code factor} of itself too large. */
  private static DoubleNetwork withEntryOff(DoubleNetwork network, int entry, double factor) {
    return (DoubleNetwork)
        Proxy.newProxyInstance(
            GradientCheckTest.class.getClassLoader(),
            new Class<?>[] {DoubleNetwork.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(network, arguments);
              if (method.getName().equals("gradient")) {
                double[] gradient = (double[]) arguments[4];
                gradient[entry] *= 1 + factor;
              }
              return result;
            });
  }
}
