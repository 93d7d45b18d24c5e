package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatParallelTrainer;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SIMD kernels give the same bits while they are interpreted and when they are compiled, which
 * happens in the course of the first trainings here.
 */
class SimdBitsTest {
  private static final int ROWS = 90;

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    networks =
        CompiledNetworks.builder()
            .add("Digit", "FloatNetwork", attributes("784, 30, 10"))
            .add("Panels", "FloatNetwork", attributes("67, 130, 95, 11"))
            .add("Columns", "FloatNetwork", attributes("33, 100, 17"))
            .compileWithVectorApi();
  }

  private static String attributes(String layers) {
    return "layers = {" + layers + "}, activation = SIGMOID, simd = Simd.REQUIRED";
  }

  @ParameterizedTest
  @ValueSource(strings = {"Digit", "Panels", "Columns"})
  void trainingsFromOneSeedEndAlike(String name) {
    float[] first = trained(name, 0);
    for (int run = 0; run < 12; run++) {
      assertThat(trained(name, 0)).as("run %s", run).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Digit", "Panels", "Columns"})
  void anyNumberOfThreadsEndsAlike(String name) {
    float[] first = trained(name, 1);
    for (int threads : new int[] {2, 3, 1, 2}) {
      assertThat(trained(name, threads)).as("%s threads", threads).isEqualTo(first);
    }
  }

  /** The parameters after a training by the network itself, or by so many threads. */
  private static float[] trained(String name, int threads) {
    FloatNetwork network = networks.floats(name, 5);
    Random random = new Random(3);
    float[][] x = rows(network.inputSize(), random);
    float[][] t = rows(network.outputSize(), random);
    if (threads == 0) {
      for (int epoch = 0; epoch < 20; epoch++) {
        for (int from = 0; from < ROWS; from += 3) {
          network.train(x, t, from, from + 3, 0.5f);
        }
      }
    } else {
      try (FloatParallelTrainer trainer = new FloatParallelTrainer(network, threads)) {
        for (int epoch = 0; epoch < 40; epoch++) {
          trainer.train(x, t, 0, ROWS, 0.5f);
        }
      }
    }
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }

  private static float[][] rows(int width, Random random) {
    float[][] rows = new float[ROWS][width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = random.nextFloat();
      }
    }
    return rows;
  }
}
