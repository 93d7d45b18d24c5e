package io.github.gradsmith.processor.generated;

import static io.github.gradsmith.Activation.IDENTITY;
import static io.github.gradsmith.Activation.SILU;
import static io.github.gradsmith.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.Precision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Layers that make rows normal or look rows up, in graphs in which each way back occurs: values
 * against the formulas of the kinds, gradients against central differences, steps against
 * gradients.
 */
@Tag("fast")
class NormAndEmbeddingTest {
  private static final int SAMPLES = 3;
  private static final int CATEGORIES = 6;

  /** More samples than a tile holds. */
  private static final int MANY = 107;

  private static final Map<String, LayerGraph> GRAPHS = graphs();
  private static CompiledNetworks networks;
  private static CompiledNetworks vectors;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder plain = CompiledNetworks.builder();
    CompiledNetworks.Builder simd = CompiledNetworks.builder();
    GRAPHS.forEach(
        (name, graph) -> {
          graph.addTo(plain, name + "Float", Precision.FLOAT, true, false);
          graph.addTo(plain, name + "Double", Precision.DOUBLE, true, false);
          graph.addTo(plain, name + "FloatPredictor", Precision.FLOAT, false, false);
          graph.addTo(simd, name + "Float", Precision.FLOAT, true, true);
          graph.addTo(simd, name + "Double", Precision.DOUBLE, true, true);
        });
    networks = plain.compile("--release", "11");
    vectors = simd.compileWithVectorApi();
  }

  private static Map<String, LayerGraph> graphs() {
    Map<String, LayerGraph> graphs = new LinkedHashMap<>();
    Random random = new Random(20261201);
    List<Integer> widths = List.of(2, 3, 4, 5, 7, 8, 16, 33);
    for (int n : widths) {
      graphs.put("Only" + n, only(n, 1 + random.nextInt(9)));
    }
    for (int i = 0; i < 4; i++) {
      graphs.put("Wide" + i, only(1 + random.nextInt(600), 1 + random.nextInt(40)));
      graphs.put("Residual" + i, residual(2 + random.nextInt(40), i % 2 == 0));
      graphs.put("Slice" + i, slice(4 + random.nextInt(40), random));
      graphs.put("Twice" + i, twice(2 + random.nextInt(20)));
      graphs.put("OfInput" + i, ofInput(1 + random.nextInt(4), 2 + random.nextInt(30)));
      graphs.put("Words" + i, words(1 + random.nextInt(4), 2 + random.nextInt(20)));
    }
    return graphs;
  }

  private static LayerChoice norm() {
    return new LayerChoice.LayerNorm(1e-5);
  }

  /** The deltas of the layer before are all that comes through the norm. */
  private static LayerGraph only(int n, int outputs) {
    return LayerGraph.input(5)
        .dense("FIRST", n, SILU)
        .add("NORM", norm())
        .dense("OUT", outputs, TANH);
  }

  /** They are set by the norm and added to, or the other way round; the norm comes last. */
  private static LayerGraph residual(int n, boolean first) {
    return LayerGraph.input(4)
        .dense("FIRST", n, TANH)
        .add("NORM", new LayerChoice.LayerNorm(1e-3))
        .add("SUM", new LayerChoice.Add(LayerChoice.IDENTITY), order(first))
        .add("LAST", norm());
  }

  private static String[] order(boolean first) {
    return first ? new String[] {"FIRST", "NORM"} : new String[] {"NORM", "FIRST"};
  }

  /** A part alone goes through the norm: its deltas are added to cleared ones. */
  private static LayerGraph slice(int n, Random random) {
    int begin = random.nextInt(n - 2);
    return LayerGraph.input(6)
        .dense("FIRST", n, SILU)
        .add("PART", new LayerChoice.Slice(begin, n - random.nextInt(n - begin - 1), 0))
        .add("NORM", norm())
        .add("ALL", new LayerChoice.Concat(0), "NORM", "FIRST")
        .dense("OUT", 3, IDENTITY);
  }

  private static LayerGraph twice(int n) {
    return LayerGraph.input(7)
        .dense("FIRST", n, SILU)
        .add("ONE", norm(), "FIRST")
        .add("OTHER", new LayerChoice.LayerNorm(0.1), "FIRST")
        .add("PRODUCT", new LayerChoice.Multiply(LayerChoice.IDENTITY), "ONE", "OTHER")
        .dense("OUT", 2, TANH);
  }

  /** Rows of the network's own input, to which nothing goes back. */
  private static LayerGraph ofInput(int steps, int n) {
    return LayerGraph.input(steps, n)
        .add("NORM", norm())
        .add("FLAT", new LayerChoice.Flatten())
        .dense("OUT", 3, TANH);
  }

  /** Numbers, then indices, whose rows are made normal word by word. */
  private static LayerGraph words(int words, int units) {
    return LayerGraph.input(2 + words)
        .add("NUMBERS", new LayerChoice.Slice(0, 2, 0))
        .add("CODES", new LayerChoice.Slice(2, 2 + words, 0), "IN")
        .add("WORDS", new LayerChoice.Embedding(CATEGORIES, units, Initializer.AUTO))
        .add("NORM", norm())
        .add("FLAT", new LayerChoice.Flatten())
        .add("ALL", new LayerChoice.Concat(0), "NUMBERS", "FLAT")
        .dense("OUT", 3, TANH);
  }

  static List<String> names() {
    return List.copyOf(GRAPHS.keySet());
  }

  /** Inputs exact in float; behind the second one those of words are indices. */
  private static double[][] inputs(String name, int rows) {
    Random random = new Random(name.hashCode());
    double[][] x = new double[rows][GRAPHS.get(name).inputs()];
    for (double[] row : x) {
      for (int i = 0; i < row.length; i++) {
        row[i] =
            name.startsWith("Words") && i >= 2
                ? random.nextInt(CATEGORIES)
                : (random.nextInt(2049) - 1024) / 1024.0;
      }
    }
    return x;
  }

  private static double[][] targets(String name, int rows) {
    Random random = new Random(1 + name.hashCode());
    double[][] t = new double[rows][GRAPHS.get(name).outputs()];
    for (double[] row : t) {
      Arrays.setAll(row, j -> (random.nextInt(257) - 128) / 128.0);
    }
    return t;
  }

  /** With parameters that are no longer those of the constructor, biases among them. */
  private static AnyNetwork network(CompiledNetworks from, String name) {
    AnyNetwork network = from.any(name, 3);
    double[] parameters = network.parameters();
    Random random = new Random(4);
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) (parameters[i] + 0.2 * (random.nextDouble() - 0.5));
    }
    network.setParameters(parameters);
    return network;
  }

  @ParameterizedTest
  @MethodSource("names")
  void valuesAreThoseOfTheFormulas(String name) {
    for (CompiledNetworks compiled : List.of(networks, vectors)) {
      assertValues(name, network(compiled, name + "Double"), 1e-12);
      assertValues(name, network(compiled, name + "Float"), 1e-4);
    }
  }

  private static void assertValues(String name, AnyNetwork network, double tolerance) {
    double[][] x = inputs(name, MANY);
    double[][] batch = network.forward(x, 0, MANY);
    for (int s = 0; s < MANY; s += s < SAMPLES ? 1 : 13) {
      double[] expected = GRAPHS.get(name).forward(network.parameters(), x[s]);
      assertThat(Deviation.largest(network.forward(x[s]), expected)).isLessThan(tolerance);
      assertThat(Deviation.largest(batch[s], expected)).isLessThan(tolerance);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void gradientsAreSlopesOfTheLoss(String name) {
    AnyNetwork network = network(networks, name + "Double");
    double[][] x = inputs(name, SAMPLES);
    double[][] t = targets(name, SAMPLES);
    double[] parameters = network.parameters();
    double[] gradient = new double[parameters.length];
    network.gradient(x, t, 0, SAMPLES, gradient);
    double h = 1e-5;
    int stride = 1 + parameters.length / 150;
    for (int i = new Random(name.hashCode()).nextInt(stride); i < gradient.length; i += stride) {
      double loss = lossAt(network, parameters, i, h, x, t);
      double slope = (loss - lossAt(network, parameters, i, -h, x, t)) / (2 * h);
      assertThat(gradient[i])
          .as("%s: parameter %d of %d", name, i, gradient.length)
          .isCloseTo(
              slope, org.assertj.core.data.Offset.offset(2e-8 * Math.max(1, Math.abs(slope))));
    }
  }

  private static double lossAt(
      AnyNetwork network, double[] parameters, int i, double step, double[][] x, double[][] t) {
    double[] moved = parameters.clone();
    moved[i] += step;
    network.setParameters(moved);
    return network.loss(x, t, 0, x.length);
  }

  /** A step by samples, by a tile and by several goes down the gradient in every precision. */
  @ParameterizedTest
  @MethodSource("names")
  void stepsGoDownTheGradient(String name) {
    double[][] x = inputs(name, MANY);
    double[][] t = targets(name, MANY);
    for (int count : new int[] {1, 7, MANY}) {
      AnyNetwork reference = network(networks, name + "Double");
      double[] gradient = new double[reference.parameters().length];
      reference.gradient(x, t, 0, count, gradient);
      for (CompiledNetworks compiled : List.of(networks, vectors)) {
        for (String precision : List.of("Double", "Float")) {
          AnyNetwork network = network(compiled, name + precision);
          double[] before = network.parameters();
          if (count == 1) {
            network.train(x[0], t[0], 0.25);
          } else {
            network.train(x, t, 0, count, 0.25);
          }
          double[] after = network.parameters();
          double[] step = new double[after.length];
          Arrays.setAll(step, i -> (before[i] - after[i]) / 0.25);
          assertThat(Deviation.relative(step, gradient))
              .as("%s %s, %d samples", name, precision, count)
              .isLessThan(precision.equals("Double") ? 1e-11 : 1e-3);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void predictorsGiveTheSame(String name) {
    AnyNetwork network = network(networks, name + "Float");
    io.github.gradsmith.FloatPredictor predictor =
        networks.create(name + "FloatPredictor", 3, io.github.gradsmith.FloatPredictor.class);
    float[] parameters = new float[predictor.parameterCount()];
    double[] wide = network.parameters();
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) wide[i];
    }
    predictor.setParameters(parameters);
    double[] x = inputs(name, 1)[0];
    float[] narrow = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      narrow[i] = (float) x[i];
    }
    float[] y = new float[predictor.outputSize()];
    predictor.forward(narrow, y);
    double[] expected = network.forward(x);
    for (int j = 0; j < y.length; j++) {
      assertThat((double) y[j]).isEqualTo(expected[j]);
    }
  }
}
