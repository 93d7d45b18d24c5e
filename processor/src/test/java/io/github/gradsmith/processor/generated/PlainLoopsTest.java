package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated networks beside plain loops over widths at the borders of every loop shape: written
 * out, groups of rows with a remainder, folds without and with a tail, rows for inputs in one pass
 * and in several, and mini-batches at the borders of the groups of samples and of the tile.
 */
class PlainLoopsTest {
  private static final int[] WIDTHS = {1, 2, 3, 7, 13, 64, 65, 100, 784};
  private static final int[] BATCHES = {1, 4, 5, 6, 10, 100, 101, 250};

  /** Every width at every position, then folds with a tail and more layers. */
  private static final int[][] SHAPES = {
    {1, 7, 64},
    {2, 64, 1},
    {3, 100, 13},
    {7, 1, 784},
    {13, 3, 7},
    {64, 13, 100},
    {65, 65, 3},
    {100, 784, 65},
    {784, 2, 2},
    {1, 1, 1},
    {784, 65, 64},
    {2, 784, 2},
    {201, 9, 3},
    {250, 203, 11},
    {397, 7, 1},
    {9, 9, 9},
    {3, 8, 8, 8, 2},
    {13, 7},
    {300, 2},
    {10, 784},
    {5, 200, 30},
    {7, 130, 64, 9},
    {12, 70, 101},
    {301, 221, 7},
    {20, 303, 219, 5}
  };

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (int i = 0; i < SHAPES.length; i++) {
      builder.add("Float" + i, "FloatNetwork", attributes(i));
      builder.add("Double" + i, "DoubleNetwork", attributes(i));
    }
    networks = builder.compile();
  }

  private static String attributes(int i) {
    List<Activation> hidden = new ArrayList<>();
    for (int l = 1; l < SHAPES[i].length - 1; l++) {
      hidden.add(Choices.hidden(i + l));
    }
    return Choices.output(i).attributes(SHAPES[i], hidden);
  }

  @Test
  void everyWidthStandsAtEveryPosition() {
    for (int position = 0; position < 3; position++) {
      int at = position;
      assertThat(Arrays.stream(SHAPES).filter(s -> s.length == 3).map(shape -> shape[at]))
          .contains(Arrays.stream(WIDTHS).boxed().toArray(Integer[]::new));
    }
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < SHAPES.length; i++) {
      names.add("Double" + i);
      names.add("Float" + i);
    }
    return names;
  }

  /** Relative to the largest value; rounding errors of a sum grow as the root of its length. */
  private static double tolerance(String name) {
    int widest = Arrays.stream(shape(name)).max().getAsInt();
    return 32 * ulp(name) * (1 + Math.sqrt(widest));
  }

  private static double ulp(String name) {
    return name.startsWith("Float") ? Math.ulp(1f) : Math.ulp(1.0);
  }

  private static int[] shape(String name) {
    return SHAPES[Integer.parseInt(name.replaceAll("[^0-9]", ""))];
  }

  @ParameterizedTest
  @MethodSource("names")
  void oneSample(String name) {
    AnyNetwork network = perturbed(name);
    Samples samples = Samples.of(network, 3, 11);
    for (int s = 0; s < 3; s++) {
      PlainLoops plain = PlainLoops.like(network);
      double[] x = samples.x[s];
      double[] t = samples.t[s];
      double[] gradient = plain.gradient(samples.x, samples.t, s, s + 1);
      double loss = plain.loss(x, t);
      double[] before = network.parameters();

      assertOutput(name, network.forward(x), plain.forward(x));
      assertLoss(name, network.loss(x, t), loss);
      assertLoss(name, network.train(x, t, 0.5), loss);
      assertStep(name, network, before, gradient, 0.5, 1);
      network.setParameters(before);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void miniBatches(String name) {
    AnyNetwork network = perturbed(name);
    Samples samples = Samples.of(network, 252, 12);
    PlainLoops plain = PlainLoops.like(network);
    double[] losses = losses(plain, samples);
    double[][] outputs = Arrays.stream(samples.x).map(plain::forward).toArray(double[][]::new);
    GrowingGradient gradients = new GrowingGradient(plain, samples);
    for (int batch : BATCHES) {
      int from = batch < 10 ? batch % 3 : 1;
      int to = from + batch;
      double[] expected = gradients.mean(from, to);
      double loss = Arrays.stream(losses, from, to).average().getAsDouble();
      double[] before = network.parameters();

      assertForward(name, network, outputs, samples.x, from, to);
      assertLoss(name, network.loss(samples.x, samples.t, from, to), loss);

      double[] gradient = new double[expected.length];
      assertLoss(name, network.gradient(samples.x, samples.t, from, to, gradient), loss);
      assertThat(Deviation.relative(gradient, expected)).isLessThan(tolerance(name));
      assertThat(network.parameters()).isEqualTo(before);

      assertLoss(name, network.train(samples.x, samples.t, from, to, 0.5), loss);
      assertStep(name, network, before, expected, 0.5, batch);

      network.setParameters(before);
      network.update(expected, 0.25);
      assertStep(name, network, before, expected, 0.25, 1);
      network.setParameters(before);
    }
  }

  /** The loss of each sample. */
  private static double[] losses(PlainLoops plain, Samples samples) {
    return IntStream.range(0, samples.x.length)
        .mapToDouble(s -> plain.loss(samples.x[s], samples.t[s]))
        .toArray();
  }

  /** Mean gradients of samples; a batch that only adds some to the last one costs those. */
  private static final class GrowingGradient {
    private final PlainLoops plain;
    private final Samples samples;
    private double[] sum;
    private int from;
    private int to;

    GrowingGradient(PlainLoops plain, Samples samples) {
      this.plain = plain;
      this.samples = samples;
    }

    double[] mean(int first, int end) {
      if (sum == null || first != from || end < to) {
        sum = new double[plain.parameters().length];
        from = first;
        to = first;
      }
      plain.addGradients(samples.x, samples.t, to, end, sum);
      to = end;
      return Arrays.stream(sum).map(slope -> slope / (end - first)).toArray();
    }
  }

  private static void assertForward(
      String name, AnyNetwork network, double[][] expected, double[][] x, int from, int to) {
    double[][] outputs = network.forward(x, from, to);
    for (int s = 0; s < x.length; s++) {
      if (s >= from && s < to) {
        assertOutput(name, outputs[s], expected[s]);
      } else {
        assertThat(outputs[s]).containsOnly(0);
      }
    }
  }

  /** Relative to the sums' terms, which are about 1, where they all but cancel. */
  private static void assertOutput(String name, double[] output, double[] expected) {
    assertThat(Deviation.largest(output, expected))
        .isLessThan(tolerance(name) * Math.max(1, Deviation.magnitude(expected)));
  }

  private static void assertLoss(String name, double loss, double expected) {
    assertThat(loss).isCloseTo(expected, within(tolerance(name) * expected));
  }

  /**
   * The step taken is right relative to its largest entry. Rounding the parameters is forgiven,
   * once for each of the {@code additions} to them; it, too, grows as the root of their number.
   */
  private static void assertStep(
      String name,
      AnyNetwork network,
      double[] before,
      double[] gradient,
      double rate,
      int additions) {
    double[] expected = before.clone();
    for (int i = 0; i < expected.length; i++) {
      expected[i] -= rate * gradient[i];
    }
    assertThat(Deviation.largest(network.parameters(), expected))
        .isLessThanOrEqualTo(
            tolerance(name) * rate * Deviation.magnitude(gradient)
                + 2 * ulp(name) * Math.sqrt(additions) * Deviation.magnitude(before));
  }

  private static AnyNetwork perturbed(String name) {
    AnyNetwork network = networks.any(name, 5);
    Samples.perturb(network, 6);
    return network;
  }
}
