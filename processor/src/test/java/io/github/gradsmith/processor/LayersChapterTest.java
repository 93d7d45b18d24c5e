package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.processor.generated.CompiledNetworks;
import io.github.gradsmith.safetensors.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The five networks of the chapter on layers, as they stand there, learn or give what they shall.
 */
class LayersChapterTest {
  private static final Path CASES = Path.of("src/test/resources/onnx/cases");
  private static final Pattern INTERFACE = Pattern.compile("public interface (\\w+)");
  private static final int ROWS = 64;
  private static final int STEPS = 300;

  private static CompiledNetworks networks;
  private static List<String> names;

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    names =
        Page.of("docs/guide/layers.md").blocks("java").stream()
            .map(Page.Block::code)
            .filter(code -> INTERFACE.matcher(code).find())
            .map(
                code -> {
                  Matcher name = INTERFACE.matcher(code);
                  name.find();
                  builder.source(name.group(1), "package demo;\n" + code);
                  return name.group(1);
                })
            .toList();
    networks = builder.compile("-Agradsmith.weightsDir=" + CASES.toAbsolutePath());
  }

  @Test
  void thereAreFive() {
    assertThat(names)
        .containsExactly("ResidualNet", "ClickNet", "GatedNet", "PriceNet", "ImportedNet");
  }

  /** A class is that of the brightest tenth of an image. */
  @Test
  void theResidualNetworkLearnsClasses() {
    FloatNetwork net = networks.floats("ResidualNet", 1);
    float[][] images = rows(784);
    float[][] targets = new float[ROWS][10];
    for (int i = 0; i < ROWS; i++) {
      Arrays.fill(images[i], i % 10 * 78, i % 10 * 78 + 78, 2);
      targets[i][i % 10] = 1;
    }
    learns(net, images, targets, 0.001f);
    for (int i = 0; i < ROWS; i++) {
      assertThat(net.classify(images[i])).isEqualTo(i % 10);
    }
  }

  /** Numbers far from 0, of which two decide. */
  @Test
  void wideAndDeepLearnsAfterAdapting() {
    FloatNetwork net = networks.floats("ClickNet", 1);
    float[][] rows = rows(12);
    float[][] clicks = new float[ROWS][1];
    for (int i = 0; i < ROWS; i++) {
      clicks[i][0] = rows[i][3] * rows[i][7] > 0 ? 1 : 0;
      for (int j = 0; j < 12; j++) {
        rows[i][j] = 1000 * j + 50 * rows[i][j];
      }
    }
    net.adapt(rows, 0, ROWS);
    learns(net, rows, clicks, 0.01f);
  }

  /** The sign of one number decides whether another one passes. */
  @Test
  void theGateLearns() {
    DoubleNetwork net = networks.doubles("GatedNet", 1);
    float[][] drawn = rows(20);
    double[][] signals = new double[ROWS][20];
    double[][] targets = new double[ROWS][3];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < 20; j++) {
        signals[i][j] = drawn[i][j];
      }
      targets[i][i % 3] = signals[i][0] > 0 ? signals[i][1] : 0;
    }
    double before = net.loss(signals, targets, 0, ROWS);
    for (int step = 0; step < STEPS; step++) {
      net.train(signals, targets, 0, ROWS, 0.05);
    }
    assertThat(net.loss(signals, targets, 0, ROWS)).isLessThan(before / 2);
  }

  /** A price that the first code decides, which no layer could read off the number. */
  @Test
  void theTableLearns() {
    FloatNetwork net = networks.floats("PriceNet", 1);
    float[][] rows = rows(7);
    float[][] prices = new float[ROWS][1];
    for (int i = 0; i < ROWS; i++) {
      rows[i][5] = i * 37 % 50;
      rows[i][6] = i % 7;
      prices[i][0] = i * 37 % 50 % 2 + rows[i][0] / 4;
    }
    net.adapt(rows, 0, ROWS);
    learns(net, rows, prices, 0.01f);
  }

  @Test
  void theImportedModelGivesItsVectors() throws IOException, ReflectiveOperationException {
    FloatPredictor net =
        (FloatPredictor)
            networks.loader().loadClass("demo.ImportedNetImpl").getConstructor().newInstance();
    Safetensors vectors = Safetensors.read(CASES.resolve("residual-batchnorm.vectors.safetensors"));
    double[] x = vectors.tensor("x").toDoubles();
    double[] y = vectors.tensor("y").toDoubles();
    assertThat(x.length / net.inputSize()).isEqualTo(y.length / net.outputSize()).isGreaterThan(10);
    for (int s = 0; s * net.inputSize() < x.length; s++) {
      float[] input = new float[net.inputSize()];
      for (int i = 0; i < input.length; i++) {
        input[i] = (float) x[s * input.length + i];
      }
      float[] output = net.forward(input);
      for (int j = 0; j < output.length; j++) {
        assertThat((double) output[j]).isCloseTo(y[s * output.length + j], within(2e-5));
      }
    }
    assertThat(net.topology().toString()).doesNotContain("NORMALIZATION");
  }

  private static void learns(FloatNetwork net, float[][] x, float[][] t, float rate) {
    float before = net.loss(x, t, 0, ROWS);
    for (int step = 0; step < STEPS; step++) {
      net.train(x, t, 0, ROWS, rate);
    }
    assertThat(net.loss(x, t, 0, ROWS)).isLessThan(before / 2);
  }

  private static float[][] rows(int width) {
    Random random = new Random(7);
    float[][] rows = new float[ROWS][width];
    for (float[] row : rows) {
      for (int j = 0; j < width; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return rows;
  }
}
