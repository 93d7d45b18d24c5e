package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Warming up leaves no trace in the network. */
@Timeout(120)
class WarmUpTest {
  private static CompiledNetworks networks;

  @TempDir private Path folder;

  @BeforeAll
  static void compile() {
    String layers = "layers = {3, 5, 2}, activation = {RELU, SOFTMAX}, loss = CROSS_ENTROPY";
    networks =
        CompiledNetworks.builder()
            .add("Floats", "FloatNetwork", layers, "@Adam")
            .add("Doubles", "DoubleNetwork", layers, "@Sgd(momentum = 0.9)")
            .add("FloatsOnly", "FloatPredictor", "layers = {3, 4, 1}, activation = TANH")
            .add("DoublesOnly", "DoublePredictor", layers)
            .compile();
  }

  @Test
  void floatsTrainOnAsIfNothingHadBeen() throws IOException {
    FloatNetwork warm = networks.floats("Floats", 1);
    FloatNetwork cold = networks.floats("Floats", 1);
    float[][] x = {{1, 2, 3}, {-1, 0, 1}};
    float[][] t = {{1, 0}, {0, 1}};
    assertThat(warm.train(x, t, 0, 2, 0.1f)).isEqualTo(cold.train(x, t, 0, 2, 0.1f));

    warm.warmUp();

    warm.saveTraining(folder.resolve("warm"));
    cold.saveTraining(folder.resolve("cold"));
    assertThat(folder.resolve("warm")).hasSameBinaryContentAs(folder.resolve("cold"));
    for (int step = 0; step < 20; step++) {
      assertThat(warm.train(x, t, 0, 2, 0.1f)).isEqualTo(cold.train(x, t, 0, 2, 0.1f));
    }
    assertThat(warm.forward(x[0])).isEqualTo(cold.forward(x[0]));
  }

  @Test
  void doublesTrainOnAsIfNothingHadBeen() throws IOException {
    DoubleNetwork warm = networks.doubles("Doubles", 1);
    DoubleNetwork cold = networks.doubles("Doubles", 1);
    double[][] x = {{1, 2, 3}, {-1, 0, 1}};
    double[][] t = {{1, 0}, {0, 1}};
    assertThat(warm.train(x, t, 0, 2, 0.1)).isEqualTo(cold.train(x, t, 0, 2, 0.1));

    warm.replica().warmUp();

    warm.saveTraining(folder.resolve("warm"));
    cold.saveTraining(folder.resolve("cold"));
    assertThat(Files.readAllBytes(folder.resolve("warm")))
        .isEqualTo(Files.readAllBytes(folder.resolve("cold")));
    for (int step = 0; step < 20; step++) {
      assertThat(warm.train(x, t, 0, 2, 0.1)).isEqualTo(cold.train(x, t, 0, 2, 0.1));
    }
  }

  @Test
  void predictorsKeepTheirParameters() {
    FloatPredictor floats = networks.create("FloatsOnly", 1, FloatPredictor.class);
    DoublePredictor doubles = networks.create("DoublesOnly", 1, DoublePredictor.class);
    float[] ones = new float[floats.parameterCount()];
    Arrays.fill(ones, 1);
    floats.setParameters(ones);
    double[] before = new double[doubles.parameterCount()];
    doubles.getParameters(before);

    floats.warmUp();
    doubles.warmUp();

    float[] kept = new float[ones.length];
    floats.getParameters(kept);
    assertThat(kept).isEqualTo(ones);
    double[] after = new double[before.length];
    doubles.getParameters(after);
    assertThat(after).isEqualTo(before);
  }
}
