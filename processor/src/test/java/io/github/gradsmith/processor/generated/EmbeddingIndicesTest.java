package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Activation;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatParallelTrainer;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values of an input an embedding looks up, and what becomes of those that are no index. */
@Tag("fast")
class EmbeddingIndicesTest {
  private static final int CATEGORIES = 6;
  private static final int MANY = 7_000;
  private static final int ROWS = 5;

  private static CompiledNetworks networks;
  private static final Map<String, int[]> PLACES = new LinkedHashMap<>();

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    words(CATEGORIES, 3).addTo(builder, "Words", Precision.FLOAT, true, false);
    words(CATEGORIES, 3).addTo(builder, "WordsDouble", Precision.DOUBLE, true, false);
    words(CATEGORIES, 3).addTo(builder, "WordsPredictor", Precision.FLOAT, false, false);
    words(CATEGORIES, 3)
        .with(new OptimizerChoice.Sgd(0.5, false, 0.25))
        .addTo(builder, "Momentum", Precision.DOUBLE, true, false);
    words(MANY, 5).addTo(builder, "Many", Precision.FLOAT, true, false);
    Random random = new Random(77);
    for (int i = 0; i < 12; i++) {
      moved("Moved" + i, random).addTo(builder, "Moved" + i, Precision.FLOAT, false, false);
    }
    networks = builder.compile("--release", "11");
  }

  /** A number, then two words. */
  private static LayerGraph words(int categories, int units) {
    return LayerGraph.input(3)
        .add("CODES", new LayerChoice.Slice(1, 3, 0))
        .add("WORDS", new LayerChoice.Embedding(categories, units, Initializer.AUTO))
        .add("FLAT", new LayerChoice.Flatten())
        .add("ALL", new LayerChoice.Concat(0), "IN", "FLAT")
        .dense("OUT", 2, Activation.TANH);
  }

  /** An embedding that reads two parts of a matrix, which may lie on its side. */
  private static LayerGraph moved(String name, Random random) {
    int rows = 1 + random.nextInt(6);
    int columns = 1 + random.nextInt(6);
    int[][] matrix = new int[rows][columns];
    for (int i = 0; i < rows; i++) {
      int row = i;
      Arrays.setAll(matrix[i], j -> row * columns + j);
    }
    LayerGraph graph = LayerGraph.input(rows, columns);
    String whole = "IN";
    if (random.nextBoolean()) {
      graph.add("SIDE", new LayerChoice.Transpose());
      matrix = transposed(matrix);
      whole = "SIDE";
    }
    List<Integer> places = new ArrayList<>();
    for (String part : List.of("ONE", "OTHER")) {
      boolean inRows = random.nextBoolean();
      int size = inRows ? matrix.length : matrix[0].length;
      int begin = random.nextInt(size);
      int end = begin + 1 + random.nextInt(size - begin);
      graph.add(part, new LayerChoice.Slice(begin, end, inRows ? 0 : 1), whole);
      graph.add("FLAT_" + part, new LayerChoice.Flatten());
      for (int i = 0; i < matrix.length; i++) {
        for (int j = 0; j < matrix[0].length; j++) {
          int along = inRows ? i : j;
          if (along >= begin && along < end) {
            places.add(matrix[i][j]);
          }
        }
      }
    }
    PLACES.put(name, places.stream().mapToInt(Integer::intValue).toArray());
    return graph
        .add("CODES", new LayerChoice.Concat(0), "FLAT_ONE", "FLAT_OTHER")
        .add("WORDS", new LayerChoice.Embedding(CATEGORIES, 2, Initializer.AUTO))
        .add("ROW", new LayerChoice.Flatten());
  }

  private static int[][] transposed(int[][] matrix) {
    int[][] side = new int[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < side.length; j++) {
        side[j][i] = matrix[i][j];
      }
    }
    return side;
  }

  static List<String> moved() {
    return IntStream.range(0, 12).mapToObj(i -> "Moved" + i).toList();
  }

  @ParameterizedTest
  @MethodSource("moved")
  void exactlyTheValuesThatAreLookedUpMustBeIndices(String name) {
    FloatPredictor network = networks.create(name, 1, FloatPredictor.class);
    int[] places = PLACES.get(name);
    for (int place = 0; place < network.inputSize(); place++) {
      float[] input = new float[network.inputSize()];
      input[place] = 0.5f;
      int wrong = place;
      if (Arrays.stream(places).anyMatch(read -> read == wrong)) {
        assertThatThrownBy(() -> network.forward(input))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("input[" + place + "] is 0.5, which the embedding WORDS");
      } else {
        assertThatCode(() -> network.forward(input)).doesNotThrowAnyException();
      }
    }
  }

  /** Each index stands for its row, wherever it stands itself. */
  @ParameterizedTest
  @MethodSource("moved")
  void rowsAreThoseOfTheIndices(String name) {
    FloatPredictor network = networks.create(name, 1, FloatPredictor.class);
    float[] table = new float[network.parameterCount()];
    network.getParameters(table);
    float[] input = new float[network.inputSize()];
    Random random = new Random(5);
    for (int i = 0; i < input.length; i++) {
      input[i] = random.nextInt(CATEGORIES);
    }
    float[] output = network.forward(input);
    int[] places = PLACES.get(name);
    assertThat(output).hasSize(2 * places.length);
    for (int k = 0; k < places.length; k++) {
      int row = (int) input[places[k]];
      assertThat(Arrays.copyOfRange(output, 2 * k, 2 * k + 2))
          .containsExactly(table[2 * row], table[2 * row + 1]);
    }
  }

  private static float[][] inputs() {
    return new float[][] {{0.5f, 1, 2}, {-1, 0, 5}, {2, 5, 5}, {0, 3, 1}, {7.5f, 2, 0}};
  }

  /** Whatever is called, with the last row of several or the only one. */
  @ParameterizedTest
  @ValueSource(floats = {6, -1, 2.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void othersAreRefusedBeforeAnythingIsChanged(float value) {
    FloatNetwork network = networks.floats("Words", 1);
    float[] before = parameters(network);
    float[][] x = inputs();
    x[ROWS - 1][2] = value;
    float[][] t = new float[ROWS][2];
    float[][] y = new float[ROWS][2];
    float[][] z = {new float[3], null, null, null, null, new float[2]};
    float[][] a = {
      new float[3], new float[2], new float[6], new float[6], new float[9], new float[2]
    };
    float[] gradient = new float[before.length];

    String single = "input[2] is " + value;
    assertRefused(single, () -> network.forward(x[ROWS - 1]));
    assertRefused(single, () -> network.forward(x[ROWS - 1], y[0]));
    assertRefused(single, () -> network.classify(x[ROWS - 1]));
    assertRefused(single, () -> network.trace(x[ROWS - 1], z, a));
    assertRefused(single, () -> network.loss(x[ROWS - 1], t[0]));
    assertRefused(single, () -> network.train(x[ROWS - 1], t[0], 0.5f));
    String batch = "inputs[4][2] is " + value;
    assertRefused(batch, () -> network.forward(x, y, 0, ROWS));
    assertRefused(batch, () -> network.loss(x, t, 0, ROWS));
    assertRefused(batch, () -> network.train(x, t, 0, ROWS, 0.5f));
    assertRefused(batch, () -> network.gradient(x, t, 0, ROWS, gradient));

    assertThat(y).isDeepEqualTo(new float[ROWS][2]);
    assertThat(a[0]).containsOnly(0);
    assertThat(gradient).containsOnly(0);
    assertThat(parameters(network)).isEqualTo(before);
    assertThatCode(() -> network.train(x, t, 0, ROWS - 1, 0.5f)).doesNotThrowAnyException();
  }

  private static void assertRefused(String start, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            start
                + ", which the embedding WORDS cannot look up: expected a whole number from 0 to"
                + " 5");
  }

  private static float[] parameters(FloatNetwork network) {
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }

  @Test
  void doublesAreRefused() {
    assertThatThrownBy(
            () -> networks.doubles("WordsDouble", 1).forward(new double[] {0, 1, Math.nextUp(2.0)}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("input[2] is 2.0000000000000004");
  }

  /** A trainer with threads shares the steps of one network, and copies those of the other. */
  @ParameterizedTest
  @ValueSource(strings = {"Words", "Many"})
  void trainersRefuseThemToo(String name) {
    FloatNetwork network = networks.floats(name, 1);
    float[] before = parameters(network);
    float[][] x = inputs();
    x[ROWS - 1][1] = -2;
    try (FloatParallelTrainer trainer = new FloatParallelTrainer(network, 2)) {
      assertThatThrownBy(() -> trainer.train(x, new float[ROWS][2], 0, ROWS, 0.5f))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("inputs[4][1] is -2.0");
      assertThat(parameters(network)).isEqualTo(before);
      trainer.train(x, new float[ROWS][2], 0, ROWS - 1, 0.5f);
    }
    assertThat(parameters(network)).isNotEqualTo(before);
  }

  /** As PyTorch's dense embeddings: also rows that a batch does not name decay and go on. */
  @Test
  void rowsThatAreNotNamedMoveWithMomentumAndDecay() {
    double[][] x = {{0.5, 1, 1}, {0.5, 2, 2}};
    double[][] t = {{1, 0}, {0, 1}};
    var network = networks.doubles("Momentum", 1);
    double[] first = new double[network.parameterCount()];
    double[] second = first.clone();
    double[] third = first.clone();
    double[] gradient = first.clone();
    network.getParameters(first);
    network.gradient(x, t, 0, 1, gradient);
    network.train(x, t, 0, 1, 0.1);
    network.getParameters(second);
    network.train(x, t, 1, 2, 0.1);
    network.getParameters(third);
    for (int row : new int[] {0, 1, 5}) {
      for (int i = 3 * row; i < 3 * row + 3; i++) {
        double velocity = gradient[i] + 0.25 * first[i];
        assertThat(gradient[i] != 0).isEqualTo(row == 1);
        assertThat(second[i]).isCloseTo(first[i] - 0.1 * velocity, offset());
        velocity = 0.5 * velocity + 0.25 * second[i];
        assertThat(third[i]).isCloseTo(second[i] - 0.1 * velocity, offset());
      }
    }
  }

  private static Offset<Double> offset() {
    return Offset.offset(1e-15);
  }

  /** Its inputs are made up, but for indices. */
  @Test
  void networksWarmUp() {
    var network = networks.create("WordsPredictor", 1, FloatPredictor.class);
    assertThatCode(network::warmUp).doesNotThrowAnyException();
  }

  @Test
  void tablesAreDrawnFromTheStandardNormalDistribution() {
    float[] parameters = parameters(networks.floats("Many", 3));
    double sum = 0;
    double squares = 0;
    int count = 5 * MANY;
    for (int i = 0; i < count; i++) {
      sum += parameters[i];
      squares += parameters[i] * parameters[i];
    }
    assertThat(sum / count).isCloseTo(0, Offset.offset(0.02));
    assertThat(squares / count).isCloseTo(1, Offset.offset(0.03));
  }
}
