package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.internal.math.DropoutMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random graphs with dropout anywhere, against the same graphs with products in its place: the
 * masks, computed here, are further inputs of these.
 */
@Tag("fast")
class DropoutAnywhereTest {
  private static final int GRAPHS = 10;
  private static final long SEED = 21;

  private static final List<Graph> DRAWN =
      IntStream.range(0, GRAPHS).mapToObj(i -> new Graph(new Random(100 + i))).toList();

  private static final CompiledNetworks NETWORKS = compile();

  private static CompiledNetworks compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (int i = 0; i < GRAPHS; i++) {
      builder.source("Drops" + i, source("Drops" + i, DRAWN.get(i).text(false)));
      builder.source("Masked" + i, source("Masked" + i, DRAWN.get(i).text(true)));
    }
    return builder.compile();
  }

  private static String source(String name, String layers) {
    return "package demo;\n\n"
        + "import static io.github.gradsmith.Activation.*;\n"
        + "import io.github.gradsmith.*;\n"
        + "import io.github.gradsmith.layer.*;\n\n"
        + "@Network(loss = Loss.MEAN_SQUARED_ERROR)\npublic interface "
        + name
        + " extends DoubleNetwork {\n  enum Layer { "
        + layers
        + " }\n}\n";
  }

  /** A layer: {@code first} is what it reads, {@code second} what it adds to that. */
  private record Drawn(String kind, int first, int second, int width, double rate) {
    boolean drops() {
      return kind.equals("Dropout");
    }
  }

  /** Values by number, the input being 0; each layer reads values before it. */
  private static final class Graph {
    final List<Drawn> layers = new ArrayList<>();
    final int inputs;

    Graph(Random random) {
      inputs = 2 + random.nextInt(9);
      layers.add(new Drawn("Input", 0, 0, inputs, 0));
      int count = 3 + random.nextInt(6);
      for (int i = 0; i < count; i++) {
        layers.add(layer(random, random.nextInt(3) > 0 ? layers.size() - 1 : random.nextInt(layers.size())));
      }
      layers.add(dropout(random, layers.size() - 1));
      join();
      layers.add(dense(random, layers.size() - 1));
      if (random.nextBoolean()) {
        layers.add(dropout(random, layers.size() - 1));
      }
    }

    private Drawn layer(Random random, int from) {
      int width = layers.get(from).width();
      switch (random.nextInt(5)) {
        case 0:
          return dense(random, from);
        case 1:
          return new Drawn("LayerNorm", from, from, width, 0);
        case 2:
          for (int other = 0; other < layers.size(); other++) {
            if (layers.get(other).width() == width) {
              return new Drawn("Add", from, other, width, 0);
            }
          }
          return dense(random, from);
        default:
          return dropout(random, from);
      }
    }

    private Drawn dense(Random random, int from) {
      return new Drawn("Dense", from, from, 2 + random.nextInt(random.nextInt(4) == 0 ? 60 : 9), 0);
    }

    private Drawn dropout(Random random, int from) {
      double rate = random.nextInt(5) / 5.0;
      return new Drawn("Dropout", from, from, layers.get(from).width(), rate);
    }

    /** All that nobody reads, one after the other. */
    private void join() {
      Set<Integer> read = new HashSet<>();
      for (Drawn layer : layers.subList(1, layers.size())) {
        read.addAll(List.of(layer.first(), layer.second()));
      }
      for (int value = 1; value < layers.size() - 1; value++) {
        if (!read.contains(value)) {
          int last = layers.size() - 1;
          int width = layers.get(value).width() + layers.get(last).width();
          layers.add(new Drawn("Concat", value, last, width, 0));
          read.addAll(List.of(value, last));
        }
      }
    }

    int masks() {
      return layers.stream().filter(Drawn::drops).mapToInt(Drawn::width).sum();
    }

    String text(boolean masked) {
      List<String> constants = new ArrayList<>();
      constants.add("@Input({" + (inputs + (masked ? masks() : 0)) + "}) " + (masked ? "ALL" : "V0"));
      if (masked) {
        constants.add("@Slice(begin = 0, end = " + inputs + ") V0");
      }
      int begin = inputs;
      for (int i = 1; i < layers.size(); i++) {
        Drawn layer = layers.get(i);
        String from = "from = \"V" + layer.first() + "\"";
        String both = "({\"V" + layer.first() + "\", \"V" + layer.second() + "\"}";
        switch (layer.kind()) {
          case "Dense":
            constants.add("@Dense(units = " + layer.width() + ", activation = TANH, " + from + ") V" + i);
            break;
          case "LayerNorm":
            constants.add("@LayerNorm(" + from + ") V" + i);
            break;
          case "Dropout":
            if (masked) {
              int end = begin + layer.width();
              constants.add("@Slice(from = \"ALL\", begin = " + begin + ", end = " + end + ") MASK" + i);
              constants.add("@Multiply({\"V" + layer.first() + "\", \"MASK" + i + "\"}) V" + i);
              begin = end;
            } else {
              constants.add("@Dropout(value = " + layer.rate() + ", " + from + ") V" + i);
            }
            break;
          default:
            constants.add("@" + layer.kind() + both + ") V" + i);
        }
      }
      return String.join(", ", constants);
    }

    /** A row of input, and the masks of that row behind it. */
    double[] masked(double[] x, int steps, int row) {
      double[] all = Arrays.copyOf(x, inputs + masks());
      int at = inputs;
      for (int i = 1; i < layers.size(); i++) {
        Drawn layer = layers.get(i);
        if (layer.drops()) {
          long key = DropoutMask.key(SEED, steps, row, i + 1); // the input is layer 1
          int kept = (int) Math.round((1 - layer.rate()) * 0x1p31);
          for (int unit = 0; unit < layer.width(); unit++) {
            all[at++] = DropoutMask.apply(1 / (1 - layer.rate()), key, unit, kept);
          }
        }
      }
      return all;
    }
  }

  static IntStream graphs() {
    return IntStream.range(0, GRAPHS);
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void dropoutIsAProductWithItsMask(int number) {
    Graph graph = DRAWN.get(number);
    DoubleNetwork network = NETWORKS.doubles("Drops" + number, SEED);
    DoubleNetwork masked = NETWORKS.doubles("Masked" + number, 1);
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    masked.setParameters(parameters);
    Random random = new Random(number);
    int rows = 215; // three tiles
    double[][] x = new double[rows][];
    double[][] t = new double[rows][];
    for (int i = 0; i < rows; i++) {
      x[i] = random.doubles(network.inputSize(), -2, 2).toArray();
      t[i] = random.doubles(network.outputSize(), -1, 1).toArray();
    }
    int[] from = {0, 3, 5, 11};
    int[] to = {rows, 4, 20, 120};
    for (int step = 0; step < from.length; step++) {
      double[][] wide = new double[rows][];
      for (int i = from[step]; i < to[step]; i++) {
        wide[i] = graph.masked(x[i], step, i - from[step]);
      }
      double[] gradient = new double[parameters.length];
      double[] expected = new double[parameters.length];
      double loss = network.gradient(x, t, from[step], to[step], gradient);
      double expectedLoss = masked.gradient(wide, t, from[step], to[step], expected);
      assertThat(Math.abs(loss - expectedLoss)).isLessThan(1e-12 * (1 + expectedLoss));
      assertThat(deviation(gradient, expected)).as("step %s of %s", step, graph.text(false)).isLessThan(1e-10);
      double before = network.train(x, t, from[step], to[step], 0.05);
      assertThat(Math.abs(before - loss)).isLessThan(1e-12 * (1 + loss));
      network.getParameters(parameters);
      masked.setParameters(parameters);
    }
  }

  /** Relative to the largest entry. */
  private static double deviation(double[] found, double[] expected) {
    double largest = 1e-9;
    double deviation = 0;
    for (int i = 0; i < found.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      deviation = Math.max(deviation, Math.abs(found[i] - expected[i]));
    }
    return deviation / largest;
  }
}
