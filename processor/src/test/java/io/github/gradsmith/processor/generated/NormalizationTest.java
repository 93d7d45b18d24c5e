package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.GradientCheck;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Normalization in generated networks: its formula, how it is adapted, and its files. */
@Tag("fast")
class NormalizationTest {
  private static final int ROWS = 60;
  private static final int INPUTS = 6;

  private static final String WHOLE =
      "@Input({6}) X, @Normalization NORM, @Dense(units = 2, activation = TANH) OUT";

  /** The first number stays as it is; the parts overlap. */
  private static final String PARTS =
      "@Input({6}) X, @Slice(begin = 0, end = 1) FIRST,"
          + " @Slice(from = \"X\", begin = 1, end = 4) LOW, @Normalization LOW_NORM,"
          + " @Slice(from = \"X\", begin = 3, end = 6) HIGH, @Normalization HIGH_NORM,"
          + " @Concat({\"FIRST\", \"LOW_NORM\", \"HIGH_NORM\"}) ALL, @Dense(units = 2) OUT";

  private static final CompiledNetworks NETWORKS =
      CompiledNetworks.builder()
          .source("Whole", source("Whole", "DoubleNetwork", "", WHOLE, ""))
          .source("Parts", source("Parts", "DoubleNetwork", "@Adam", PARTS, ""))
          .source("Floats", source("Floats", "FloatNetwork", "", WHOLE, ""))
          .source(
              "Alone", source("Alone", "FloatNetwork", "", "@Input({6}) X, @Normalization OUT", ""))
          .source("Predictor", source("Predictor", "DoublePredictor", "", WHOLE, ""))
          .source(
              "Again",
              source(
                  "Again",
                  "DoubleNetwork",
                  "",
                  "@Input({6}) X, @Dense(units = 2) OUT",
                  "void adapt(double[][] inputs, int from, int to);"))
          .compile();

  private static String source(
      String name, String kind, String optimizer, String layers, String method) {
    return "package demo;\n\n"
        + "import static io.github.gradsmith.Activation.*;\n"
        + "import io.github.gradsmith.*;\n"
        + "import io.github.gradsmith.layer.*;\n\n"
        + optimizer
        + "\n@Network(loss = Loss.HALF_SQUARED_ERROR)\npublic interface "
        + name
        + " extends "
        + kind
        + " {\n  enum Layer { "
        + layers
        + " }\n  "
        + (method.isEmpty() ? "" : "@Override " + method)
        + "\n}\n";
  }

  static Stream<String> trained() {
    return Stream.of("Whole", "Parts");
  }

  private static double[][] rows(double offset) {
    Random random = new Random(5);
    double[][] rows = new double[ROWS][INPUTS];
    for (double[] row : rows) {
      Arrays.setAll(row, j -> offset * j + (j + 1) * random.nextGaussian());
      row[4] = 7; // no deviation at all
    }
    return rows;
  }

  /** In double, of rows 3 to 50; mean and variance in two passes. */
  private static double[] normalized(double[][] rows, double[] x) {
    double[] z = new double[INPUTS];
    for (int j = 0; j < INPUTS; j++) {
      double mean = 0;
      for (int i = 3; i < 50; i++) {
        mean += rows[i][j];
      }
      mean /= 47;
      double variance = 0;
      for (int i = 3; i < 50; i++) {
        variance += (rows[i][j] - mean) * (rows[i][j] - mean) / 47;
      }
      z[j] = (x[j] - mean) / Math.max(Math.sqrt(variance), 1e-7);
    }
    return z;
  }

  private static double[][] trace(DoubleNetwork network, double[] x) {
    int[] widths = network.topology().widths();
    double[][] z = Arrays.stream(widths).mapToObj(double[]::new).toArray(double[][]::new);
    double[][] a = Arrays.stream(widths).mapToObj(double[]::new).toArray(double[][]::new);
    network.trace(x, z, a);
    return a;
  }

  @Test
  void beforeItIsAdaptedItChangesNothing() {
    DoubleNetwork network = NETWORKS.doubles("Whole", 1);
    double[] x = {1, -2, 3e5, 0, -0.5, 1e-9};
    assertThat(trace(network, x)[1]).isEqualTo(x);
  }

  @Test
  void normalizesByMeanAndDeviation() {
    DoubleNetwork network = NETWORKS.doubles("Whole", 1);
    double[][] rows = rows(10);
    network.adapt(rows, 3, 50);
    for (double[] row : rows) {
      assertThat(trace(network, row)[1]).containsExactly(normalized(rows, row), within(1e-12));
    }
    double[] other = {0, 0, 0, 0, 7.5, 0};
    assertThat(trace(network, other)[1][4]).isCloseTo(0.5 / 1e-7, within(1e-6));
  }

  @Test
  void eachLayerIsAdaptedToThePartThatItReads() {
    DoubleNetwork network = NETWORKS.doubles("Parts", 1);
    double[][] rows = rows(10);
    network.adapt(rows, 3, 50);
    for (double[] row : rows) {
      double[] z = normalized(rows, row);
      double[] expected = {row[0], z[1], z[2], z[3], z[3], z[4], z[5]};
      assertThat(trace(network, row)[6]).containsExactly(expected, within(1e-12));
    }
  }

  /** Sums of squares less squares of sums would have no digit left. */
  @Test
  void floatsFarFromZeroKeepTheirDigits() {
    FloatNetwork network = NETWORKS.floats("Alone", 1);
    double[][] rows = rows(1e6);
    float[][] floats = new float[ROWS][INPUTS];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < INPUTS; j++) {
        floats[i][j] = (float) rows[i][j];
        rows[i][j] = floats[i][j];
      }
    }
    network.adapt(floats, 3, 50);
    for (int i = 0; i < ROWS; i++) {
      float[] z = network.forward(floats[i]);
      double[] expected = normalized(rows, rows[i]);
      for (int j = 0; j < INPUTS; j++) {
        // The mean is a float: at 5e6 it is off by 0.25 at most.
        double mean = j == 4 ? 1e-6 : 0.5 * Math.ulp(1e6f * j) / (j + 1) * 1.5;
        assertThat((double) z[j])
            .isCloseTo(expected[j], within(mean + 1e-5 * Math.abs(expected[j]) + 1e-6));
      }
    }
  }

  @Test
  void statisticsAreNoParameters() {
    DoubleNetwork network = NETWORKS.doubles("Whole", 1);
    assertThat(network.parameterCount()).isEqualTo(6 * 2 + 2);
    assertThat(network.topology().parameterCount()).isEqualTo(6 * 2 + 2);
    double[] before = new double[14];
    network.getParameters(before);
    network.adapt(rows(10), 3, 50);
    double[] after = new double[14];
    network.getParameters(after);
    assertThat(after).isEqualTo(before);
  }

  @Test
  void replicasShareThem() {
    DoubleNetwork network = NETWORKS.doubles("Parts", 1);
    DoubleNetwork replica = network.replica();
    replica.adapt(rows(10), 3, 50);
    double[] x = rows(3)[0];
    assertThat(network.forward(x)).isEqualTo(replica.forward(x));
    assertThat(network.forward(x)).isNotEqualTo(NETWORKS.doubles("Parts", 1).forward(x));
  }

  @ParameterizedTest
  @MethodSource("trained")
  void theyStandInEveryFile(String name, @TempDir Path folder) throws IOException {
    DoubleNetwork network = NETWORKS.doubles(name, 1);
    double[][] rows = rows(10);
    network.adapt(rows, 3, 50);
    network.train(rows, new double[ROWS][2], 0, 20, 0.1);
    double[] expected = network.forward(rows[1]);
    List<DoubleNetwork> loaded = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      loaded.add(NETWORKS.doubles(name, 2));
    }
    Path file = folder.resolve("weights.safetensors");
    network.save(file);
    loaded.get(0).load(file);
    network.saveTraining(file);
    loaded.get(1).load(file);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    network.save(stream);
    loaded.get(2).load(new ByteArrayInputStream(stream.toByteArray()));
    Path npz = folder.resolve("weights.npz");
    Npz.of(network).write(npz);
    Npz.read(npz).loadInto(loaded.get(3));
    for (DoubleNetwork other : loaded) {
      assertThat(other.forward(rows[1])).isEqualTo(expected);
    }
    String norm = name.equals("Whole") ? "norm" : "low_norm";
    Tensor mean = Safetensors.read(file).tensor(norm + ".mean");
    assertThat(mean.shape()).containsExactly(name.equals("Whole") ? 6 : 3);
    assertThat(Safetensors.read(file).tensor(norm + ".variance").shape()).isEqualTo(mean.shape());
  }

  @Test
  void aPredictorLoadsThemToo(@TempDir Path folder) throws IOException {
    DoubleNetwork network = NETWORKS.doubles("Whole", 1);
    network.adapt(rows(10), 3, 50);
    Path file = folder.resolve("weights.safetensors");
    network.saveTraining(file);
    DoublePredictor predictor = NETWORKS.create("Predictor", 2, DoublePredictor.class);
    predictor.load(file);
    double[] x = rows(10)[2];
    assertThat(predictor.forward(x)).isEqualTo(network.forward(x));
    predictor.save(file);
    DoubleNetwork again = NETWORKS.doubles("Whole", 3);
    again.load(file);
    assertThat(again.forward(x)).isEqualTo(network.forward(x));
  }

  /** Weights and statistics, as constants of a class. */
  @Test
  void theyAreCompiledInBesideTheWeights(@TempDir Path folder) throws Exception {
    DoubleNetwork network = NETWORKS.doubles("Parts", 1);
    network.adapt(rows(10), 3, 50);
    network.save(folder.resolve("parts.safetensors"));
    String baked = source("Baked", "DoubleNetwork", "@Adam", PARTS, "");
    CompiledNetworks compiled =
        CompiledNetworks.builder()
            .source(
                "Baked", baked.replace("@Network(", "@Network(weights = \"parts.safetensors\", "))
            .compile("--release", "11", "-Agradsmith.weightsDir=" + folder);
    DoubleNetwork other =
        (DoubleNetwork)
            compiled.loader().loadClass("demo.BakedImpl").getConstructor().newInstance();
    double[] x = rows(10)[2];
    assertThat(other.forward(x)).isEqualTo(network.forward(x));
  }

  @Test
  void refusesFilesWithoutThemAndWithNegativeVariances(@TempDir Path folder) throws IOException {
    DoubleNetwork network = NETWORKS.doubles("Whole", 1);
    Path file = folder.resolve("weights.safetensors");
    network.save(file);
    Safetensors content = Safetensors.read(file);
    List<Tensor> tensors = new ArrayList<>(content.tensors().values());
    tensors.remove(content.tensor("norm.variance"));
    new Safetensors(content.metadata(), tensors).write(file);
    assertThatThrownBy(() -> network.load(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("tensor norm.variance is missing");
    tensors.add(Tensor.of("norm.variance", new double[] {1, 1, -1, 1, 1, 1}, 6));
    new Safetensors(content.metadata(), tensors).write(file);
    assertThatThrownBy(() -> network.load(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("tensor norm.variance holds -1.0 at [2]");
    assertThatThrownBy(() -> Npz.read(content(tensors, folder)).loadInto(network))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("tensor norm.variance holds -1.0 at [2]");
  }

  private static Path content(List<Tensor> tensors, Path folder) throws IOException {
    Path file = folder.resolve("weights.npz");
    new Npz(tensors).write(file);
    return file;
  }

  @ParameterizedTest
  @MethodSource("trained")
  void theGradientIsThatOfTheNormalizedValues(String name) {
    DoubleNetwork network = NETWORKS.doubles(name, 1);
    double[][] rows = rows(10);
    network.adapt(rows, 3, 50);
    double[][] targets = new double[ROWS][2];
    assertThat(GradientCheck.check(network, rows, targets).maxRelativeError()).isLessThan(1e-6);
    double before = network.loss(rows, targets, 0, ROWS);
    for (int step = 0; step < 30; step++) {
      network.train(rows, targets, 0, ROWS, 0.05);
    }
    assertThat(network.loss(rows, targets, 0, ROWS)).isLessThan(before);
  }

  @Test
  void refusesWrongArguments() {
    DoubleNetwork network = NETWORKS.doubles("Whole", 1);
    double[][] rows = rows(1);
    assertThatThrownBy(() -> network.adapt(rows, 4, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> network.adapt(rows, 4, ROWS + 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> network.adapt(new double[][] {{1, 2}}, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inputs[0] has 2 values, expected 6");
  }

  /** Whether or not the user's interface declares the method abstract again. */
  @Test
  void aNetworkWithoutSuchALayerRefuses() {
    assertThatThrownBy(() -> NETWORKS.doubles("Again", 1).adapt(rows(1), 0, 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the network has no NORMALIZATION layer to adapt");
  }
}
