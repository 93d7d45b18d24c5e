package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleParallelTrainer;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.GradientCheck;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dropout in generated networks: masks while training, none while predicting. */
@Tag("fast")
class DropoutTest {
  private static final int ROWS = 37;
  private static final int INPUTS = 1000;

  /** A residual, with dropout of the input, of a value that is read twice, and of the sum. */
  private static final String GRAPH =
      "@Input({7}) X, @Dropout(0.2) PART, @Dense(units = 12, activation = TANH) FIRST,"
          + " @Dropout(0.5) DROPPED, @Dense(units = 12) AGAIN, @Add({\"DROPPED\", \"AGAIN\"}) SUM,"
          + " @Dropout(0.1) LAST, @Dense(units = 3, activation = SIGMOID) OUT";

  private static final CompiledNetworks NETWORKS =
      CompiledNetworks.builder()
          .source("Masks", source("Masks", "", masks()))
          .source("Plain", source("Plain", "", GRAPH))
          .source("Momentum", source("Momentum", "@Sgd(momentum = 0.9)", GRAPH))
          .source("Adaptive", source("Adaptive", "@Adam", GRAPH))
          .source(
              "Without",
              source("Without", "@Adam", GRAPH.replaceAll("@Dropout.*?\\)", "@Elementwise")))
          .source("Wide", source("Wide", "@Adam", wide()))
          .source("FloatMasks", source("FloatMasks", "", masks()).replace("DoubleN", "FloatN"))
          .source(
              "Predicts", source("Predicts", "", GRAPH).replace("DoubleNetwork", "DoublePredictor"))
          .compile();

  /** The gradient of a weight is the unit's share of the loss's: 0 if the unit is dropped. */
  private static String masks() {
    return "@Input({" + INPUTS + "}) X, @Dropout(0.25) DROPPED, @Dense(units = 1) OUT";
  }

  /** Weights that are packed and go to a mini-batch block by block, layer by layer. */
  private static String wide() {
    return "@Input({40}) X, @Dense(units = 300, activation = RELU) FIRST, @Dropout(0.3) DROPPED,"
        + " @Dense(units = 240, activation = RELU) SECOND, @Dropout(0.3) AGAIN,"
        + " @Dense(units = 4) OUT";
  }

  private static String source(String name, String optimizer, String layers) {
    return "package demo;\n\n"
        + "import static io.github.gradsmith.Activation.*;\n"
        + "import io.github.gradsmith.*;\n"
        + "import io.github.gradsmith.layer.*;\n\n"
        + optimizer
        + "\n@Network(loss = Loss.HALF_SQUARED_ERROR)\npublic interface "
        + name
        + " extends DoubleNetwork {\n  enum Layer { "
        + layers
        + " }\n}\n";
  }

  static Stream<String> trained() {
    return Stream.of("Plain", "Momentum", "Adaptive", "Wide");
  }

  @Test
  void onlyTrainingGoesThroughTheDroppedTile() {
    assertThat(NETWORKS.source("Wide")).contains("dropTile(x, from, count, row)");
    assertThat(NETWORKS.source("Without")).doesNotContain("drop", "seeds");
  }

  /** The gradients of the weights for inputs of 1 show each unit of the mask. */
  @Test
  void keepsTheShareOfUnitsAndScalesThemUp() {
    DoubleNetwork network = NETWORKS.doubles("Masks", 5);
    int kept = 0;
    for (int step = 0; step < 1000; step++) {
      for (double unit : mask(network, 0, 1)) {
        assertThat(unit).isIn(0.0, 1 / 0.75);
        kept += unit == 0 ? 0 : 1;
      }
      network.update(new double[INPUTS + 1], 0);
    }
    double sigma = Math.sqrt(1e6 * 0.75 * 0.25);
    assertThat((double) kept).isBetween(750_000 - 5 * sigma, 750_000 + 5 * sigma);
  }

  /** The mask of row {@code row} of a mini-batch, in which it alone has numbers. */
  private static double[] mask(DoubleNetwork network, int row, int rows) {
    double[][] x = new double[rows][INPUTS];
    double[][] t = new double[rows][1];
    network.setParameters(new double[INPUTS + 1]);
    Arrays.fill(x[row], 1);
    t[row][0] = -rows; // so that the mean has a delta of 1
    double[] gradient = new double[INPUTS + 1];
    network.gradient(x, t, 0, rows, gradient);
    return Arrays.copyOf(gradient, INPUTS);
  }

  @Test
  void aMaskDependsOnSeedAndStepAndRow() {
    DoubleNetwork network = NETWORKS.doubles("Masks", 5);
    List<double[]> masks = new ArrayList<>();
    for (int step = 0; step < 3; step++) {
      masks.add(mask(network, 0, 1));
      masks.add(mask(network, 1, 3));
      masks.add(mask(network, 120, 230)); // in the second tile of three
      assertThat(mask(network, 120, 121)).isEqualTo(masks.get(masks.size() - 1));
      assertThat(mask(network, 0, 1)).isEqualTo(masks.get(masks.size() - 3));
      network.train(new double[2][INPUTS], new double[2][1], 0, 2, 0);
    }
    masks.add(mask(NETWORKS.doubles("Masks", 6), 0, 1));
    for (int i = 0; i < masks.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(masks.get(i)).isNotEqualTo(masks.get(j));
      }
    }
    network.resetOptimizer();
    assertThat(mask(network, 0, 1)).isEqualTo(masks.get(0));
    assertThat(mask(network.replica(), 1, 3)).isEqualTo(masks.get(1));
  }

  @Test
  void floatsHaveTheMasksOfDoubles() {
    FloatNetwork network = NETWORKS.floats("FloatMasks", 5);
    network.setParameters(new float[INPUTS + 1]);
    float[][] x = new float[1][INPUTS];
    Arrays.fill(x[0], 1);
    float[] gradient = new float[INPUTS + 1];
    network.gradient(x, new float[][] {{-1}}, 0, 1, gradient);
    double[] mask = mask(NETWORKS.doubles("Masks", 5), 0, 1);
    for (int i = 0; i < INPUTS; i++) {
      assertThat(gradient[i]).isEqualTo((float) mask[i]);
    }
  }

  @Test
  void aPredictorDropsNothing() {
    DoubleNetwork network = NETWORKS.doubles("Plain", 3);
    DoublePredictor predictor = NETWORKS.create("Predicts", 4, DoublePredictor.class);
    predictor.setParameters(parameters(network));
    double[] x = new Data(network, 1).x[0];
    assertThat(predictor.forward(x)).isEqualTo(network.forward(x));
  }

  @ParameterizedTest
  @MethodSource("trained")
  void everyWayToTrainCountsAStep(String name) {
    DoubleNetwork network = NETWORKS.doubles(name, 3);
    Data data = new Data(network, 120);
    double[] parameters = parameters(network);
    List<Double> losses = new ArrayList<>();
    losses.add(data.lossOfGradient(network));
    network.train(data.x[0], data.t[0], 0);
    losses.add(data.lossOfGradient(network));
    network.train(data.x, data.t, 0, 5, 0);
    losses.add(data.lossOfGradient(network));
    network.train(data.x, data.t, 0, 120, 0);
    losses.add(data.lossOfGradient(network));
    network.update(new double[parameters.length], 0);
    losses.add(data.lossOfGradient(network));
    try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(network, 2)) {
      trainer.train(data.x, data.t, 0, 40, 0);
    }
    losses.add(data.lossOfGradient(network));
    assertThat(losses).doesNotHaveDuplicates();
    network.resetOptimizer();
    assertThat(data.lossOfGradient(network)).isEqualTo(losses.get(0));
    // A network that has seen six steps has the masks of the seventh, however they were made.
    DoubleNetwork other = NETWORKS.doubles(name, 3);
    for (int step = 0; step < 5; step++) {
      other.train(data.x, data.t, step, step + 1, 0);
    }
    assertThat(data.lossOfGradient(other)).isEqualTo(losses.get(5));
  }

  @Test
  void predictionsAndLossesDropNothing() {
    DoubleNetwork network = NETWORKS.doubles("Adaptive", 3);
    DoubleNetwork without = NETWORKS.doubles("Without", 4);
    without.setParameters(parameters(network));
    Data data = new Data(network, ROWS);
    assertThat(network.loss(data.x, data.t, 0, ROWS))
        .isEqualTo(without.loss(data.x, data.t, 0, ROWS));
    assertThat(network.loss(data.x[1], data.t[1])).isEqualTo(without.loss(data.x[1], data.t[1]));
    double[][] rows = new double[ROWS][3];
    network.forward(data.x, rows, 0, ROWS);
    for (int i = 0; i < ROWS; i++) {
      assertThat(rows[i])
          .isEqualTo(without.forward(data.x[i]))
          .isEqualTo(network.forward(data.x[i]));
    }
    double[] gradient = new double[network.parameterCount()];
    assertThat(network.gradient(data.x, data.t, 0, ROWS, gradient))
        .isNotEqualTo(network.loss(data.x, data.t, 0, ROWS));
  }

  /** The network alone tells whether slices have the rows of the whole mini-batch. */
  @ParameterizedTest
  @MethodSource("trained")
  void anyNumberOfThreadsSeesTheSameMasks(String name) {
    DoubleNetwork alone = NETWORKS.doubles(name, 3);
    Data data = new Data(alone, 130);
    List<double[]> trained = new ArrayList<>();
    for (int threads = 1; threads <= 3; threads++) {
      DoubleNetwork network = NETWORKS.doubles(name, 3);
      try (DoubleParallelTrainer trainer = new DoubleParallelTrainer(network, threads)) {
        for (int step = 0; step < 4; step++) {
          trainer.train(data.x, data.t, step, ROWS + 20 * step, 0.1);
        }
      }
      trained.add(parameters(network));
    }
    for (int step = 0; step < 4; step++) {
      alone.train(data.x, data.t, step, ROWS + 20 * step, 0.1);
    }
    assertThat(Arrays.equals(trained.get(1), trained.get(0))).isTrue();
    assertThat(Arrays.equals(trained.get(2), trained.get(0))).isTrue();
    double deviation = 0;
    double[] expected = parameters(alone);
    for (int i = 0; i < expected.length; i++) {
      deviation = Math.max(deviation, Math.abs(expected[i] - trained.get(0)[i]));
    }
    assertThat(deviation).isLessThan(1e-9);
  }

  @ParameterizedTest
  @MethodSource("trained")
  void aResumedTrainingSeesTheSameMasks(String name, @TempDir Path folder) throws IOException {
    DoubleNetwork network = NETWORKS.doubles(name, 3);
    Data data = new Data(network, 120);
    train(network, data, 3);
    Path file = folder.resolve("training.safetensors");
    network.saveTraining(file);
    assertThat(Safetensors.read(file).metadata()).containsEntry("dropout.seed", "3");
    assertThat(Safetensors.read(file).tensor("optimizer.step").toDoubles()).containsExactly(3);
    DoubleNetwork resumed = NETWORKS.doubles(name, 8);
    train(resumed, data, 1);
    resumed.load(file);
    assertThat(train(resumed, data, 4)).isEqualTo(train(network, data, 4));
    assertThat(Arrays.equals(parameters(resumed), parameters(network))).isTrue();
  }

  private static double train(DoubleNetwork network, Data data, int steps) {
    double loss = 0;
    for (int step = 0; step < steps; step++) {
      loss += network.train(data.x, data.t, 0, 110, 0.01);
      loss += step % 2 == 1 ? 0 : network.loss(data.x, data.t, 0, 5);
    }
    return loss;
  }

  @ParameterizedTest
  @MethodSource("trained")
  void parametersAloneBeginAgainWithTheOwnSeed(String name, @TempDir Path folder)
      throws IOException {
    DoubleNetwork network = NETWORKS.doubles(name, 3);
    Data data = new Data(network, 120);
    Path file = folder.resolve("weights.safetensors");
    network.save(file);
    double expected = train(network, data, 2);
    Path training = folder.resolve("training.safetensors");
    NETWORKS.doubles(name, 9).saveTraining(training);
    network.load(training);
    assertThat(train(network, data, 2)).isNotEqualTo(expected);
    network.load(file);
    assertThat(train(network, data, 2)).isEqualTo(expected);
  }

  @Test
  void refusesASeedThatIsNoNumber(@TempDir Path folder) throws IOException {
    DoubleNetwork network = NETWORKS.doubles("Plain", 3);
    Path file = folder.resolve("training.safetensors");
    network.saveTraining(file);
    Safetensors content = Safetensors.read(file);
    Map<String, String> metadata = new HashMap<>(content.metadata());
    metadata.put("dropout.seed", "three");
    List<Tensor> tensors = new ArrayList<>(content.tensors().values());
    new Safetensors(metadata, tensors).write(file);
    double[] before = parameters(network);
    assertThatThrownBy(() -> network.load(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageEndingWith(
            "metadata dropout.seed is \"three\", expected a whole number of 64 bits");
    assertThat(parameters(network)).isEqualTo(before);
  }

  /** With the masks of any step. */
  @ParameterizedTest
  @MethodSource("trained")
  void theGradientIsThatOfTheLossUnderTheMasks(String name) {
    if (name.equals("Wide")) {
      return; // 80,000 parameters, and kinks
    }
    DoubleNetwork network = NETWORKS.doubles(name, 3);
    Data data = new Data(network, 120);
    for (int step = 0; step < 3; step++) {
      assertThat(GradientCheck.check(network, data.x, data.t).maxRelativeError()).isLessThan(1e-6);
      network.train(data.x, data.t, 0, 10, 0.1);
    }
  }

  private static double[] parameters(DoubleNetwork network) {
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }

  private static final class Data {
    final double[][] x;
    final double[][] t;

    Data(DoubleNetwork network, int rows) {
      Random random = new Random(11);
      x = new double[rows][network.inputSize()];
      t = new double[rows][network.outputSize()];
      for (int i = 0; i < rows; i++) {
        Arrays.setAll(x[i], j -> random.nextGaussian());
        Arrays.setAll(t[i], j -> random.nextDouble());
      }
    }

    double lossOfGradient(DoubleNetwork network) {
      return network.gradient(x, t, 0, x.length, new double[network.parameterCount()]);
    }
  }
}
