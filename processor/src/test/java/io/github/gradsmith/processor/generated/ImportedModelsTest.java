package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that PyTorch exported, compiled in: they give what PyTorch gives, in either precision. */
class ImportedModelsTest {
  private static final String DIGITS =
      "model = \"digits-sigmoid.onnx\", vectors = \"digits-sigmoid.vectors.safetensors\"";
  private static final String RELU =
      "model = \"relu-softmax.onnx\", vectors = \"relu-softmax.vectors.safetensors\"";

  /** Small models as programs write them, with what ONNX Runtime gives. */
  private static final List<String> CASES =
      List.of(
          "B1-shape-start-end",
          "B2-shape-end1-rank2",
          "B3-shape-fixed-batch",
          "B4-shape-start-neg",
          "B7-shape-mul",
          "acasxu-1-1",
          "binary-classifier",
          "nodes-out-of-order",
          "residual-batchnorm",
          "scaled",
          "scaling-by-row",
          "tiny-constant",
          "unsqueeze-squeeze");

  private static final String RESIDUAL =
      "model = \"cases/residual-batchnorm.onnx\","
          + " vectors = \"cases/residual-batchnorm.vectors.safetensors\"";

  /** Those whose vectors PyTorch computed in float from weights of the size of 1. */
  private static final List<String> IN_FLOAT = List.of("residual-batchnorm", "scaled");

  /** Types that are called as the classes of the network, of its weights, vectors and kernels. */
  private static final String OWN_NAMES =
      "package demo;\n@io.github.gradsmith.Network("
          + RELU
          + ")\npublic interface Own extends io.github.gradsmith.FloatPredictor {\n"
          + "  class OwnImpl {}\n  class OwnWeights {}\n  class OwnVectors {}\n"
          + "  class OwnVector {}\n}\n";

  private static Path folder;
  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() throws Exception {
    folder =
        Path.of(ImportedModelsTest.class.getResource("/onnx/relu-softmax.onnx").toURI())
            .getParent();
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    for (int k = 0; k < CASES.size(); k++) {
      builder.add("Case" + k, "FloatPredictor", "model = \"cases/" + CASES.get(k) + ".onnx\"");
    }
    networks =
        builder
            .add("FloatDigits", "FloatNetwork", DIGITS)
            .add("DoubleDigits", "DoubleNetwork", DIGITS)
            .add("FloatRelu", "FloatNetwork", RELU + ", loss = CROSS_ENTROPY", "@Adam")
            .add("DoubleRelu", "DoublePredictor", RELU)
            .add("Residual", "FloatNetwork", RESIDUAL, "@Adam")
            .add("Normal", "FloatPredictor", "model = \"cases/scaled-input.onnx\"")
            .source("Own", OWN_NAMES)
            .compileAsTested("-Agradsmith.weightsDir=" + folder, "-Agradsmith.verify=true");
  }

  private static <T> T create(String name, Class<T> type) throws ReflectiveOperationException {
    return type.cast(
        networks.loader().loadClass("demo." + name + "Impl").getConstructor().newInstance());
  }

  /** Factors that no dense layer can take in become a layer with statistics of the model. */
  @Test
  void aModelMayNormalizeItsInput() throws Exception {
    FloatPredictor network = create("Normal", FloatPredictor.class);
    assertThat(network.topology().toString()).contains("NORMALIZATION");
    byte[] model = Files.readAllBytes(folder.resolve("cases/scaled-input.onnx"));
    Random random = new Random(1);
    try (OnnxSession session = new OnnxSession(model)) {
      for (int row = 0; row < 20; row++) {
        float[] x = new float[network.inputSize()];
        for (int i = 0; i < x.length; i++) {
          x[i] = (float) (3 * random.nextGaussian());
        }
        float[] expected = session.run(x, 1, x.length);
        assertThat(network.forward(x)).containsExactly(expected, within(1e-6f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FloatDigits", "DoubleDigits", "FloatRelu", "DoubleRelu", "Own"})
  void modelsReproduceTheirVectors(String name) throws Exception {
    Object network = create(name, Object.class);
    Safetensors vectors =
        Safetensors.read(
            folder.resolve(
                name.endsWith("Digits")
                    ? "digits-sigmoid.vectors.safetensors"
                    : "relu-softmax.vectors.safetensors"));
    Tensor x = vectors.tensors().get("x");
    double[] inputs = x.toDoubles();
    double[] expected = vectors.tensors().get("y").toDoubles();
    int width = x.shape()[1];
    int outputs = expected.length / x.shape()[0];
    for (int s = 0; s < x.shape()[0]; s++) {
      double[] actual = forward(network, Arrays.copyOfRange(inputs, s * width, (s + 1) * width));
      for (int i = 0; i < outputs; i++) {
        assertThat(Math.abs(actual[i] - expected[s * outputs + i]))
            .as("output %s of vector %s", i, s)
            .isLessThan(network instanceof FloatPredictor ? 1e-6 : 1e-12);
      }
    }
  }

  @Test
  void casesGiveWhatOnnxRuntimeGives() throws Exception {
    for (int k = 0; k < CASES.size(); k++) {
      FloatPredictor network = create("Case" + k, FloatPredictor.class);
      Safetensors vectors =
          Safetensors.read(folder.resolve("cases/" + CASES.get(k) + ".vectors.safetensors"));
      double[] inputs = vectors.tensors().get("x").toDoubles();
      double[] expected = vectors.tensors().get("y").toDoubles();
      double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
      int width = network.inputSize();
      int outputs = network.outputSize();
      assertThat(expected).hasSize(inputs.length / width * outputs);
      for (int s = 0; s * width < inputs.length; s++) {
        double[] actual = forward(network, Arrays.copyOfRange(inputs, s * width, (s + 1) * width));
        for (int j = 0; j < outputs; j++) {
          assertThat(Math.abs(actual[j] - expected[s * outputs + j]))
              .as("output %s of vector %s of %s", j, s, CASES.get(k))
              .isLessThan((IN_FLOAT.contains(CASES.get(k)) ? 2e-6 : 2e-5) * largest);
        }
      }
    }
  }

  private static double[] forward(Object network, double[] input) {
    if (network instanceof DoublePredictor doubles) {
      return doubles.forward(input);
    }
    float[] floats = new float[input.length];
    for (int i = 0; i < input.length; i++) {
      floats[i] = (float) input[i];
    }
    float[] output = ((FloatPredictor) network).forward(floats);
    double[] widened = new double[output.length];
    for (int i = 0; i < output.length; i++) {
      widened[i] = output[i];
    }
    return widened;
  }

  @Test
  void selfTestsPass() throws Exception {
    for (String name :
        new String[] {"FloatDigits", "DoubleDigits", "FloatRelu", "DoubleRelu", "Own"}) {
      Object network = create(name, Object.class);
      double off = (double) network.getClass().getMethod("selfTest").invoke(network);
      assertThat(off).as(name).isLessThan(network instanceof FloatPredictor ? 1e-6 : 1e-12);
    }
  }

  @Test
  void topologiesAreThoseOfTheModels() throws Exception {
    FloatNetwork digits = create("FloatDigits", FloatNetwork.class);
    assertThat(digits.topology().widths()).containsExactly(784, 30, 10);
    assertThat(digits.topology().activations()).containsExactly("SIGMOID", "SIGMOID");
    FloatNetwork relu = create("FloatRelu", FloatNetwork.class);
    assertThat(relu.topology().activations()).endsWith("SOFTMAX").startsWith("RELU");
  }

  @Test
  void graphsAreTrainedFurther() throws Exception {
    FloatNetwork network = create("Residual", FloatNetwork.class);
    assertThat((double) network.getClass().getMethod("selfTest").invoke(network)).isLessThan(1e-5);
    assertThat(network.topology().layers())
        .extracting(layer -> layer.name() + " " + layer.kind() + " " + layer.from())
        .startsWith("x INPUT []", "layer2 DENSE [x]", "layer3 DENSE [layer2]")
        .contains("layer5 ADD [layer2, layer4]");
    float[] x = {1, -1, 0.5f, 2, -0.5f, 0.1f};
    float[] t = {1, 0, -1};
    float before = network.loss(x, t);
    for (int i = 0; i < 100; i++) {
      network.train(x, t, 0.01f);
    }
    assertThat(network.loss(x, t)).isLessThan(before / 10);
  }

  @Test
  void modelsAreTrainedFurther() throws Exception {
    DoubleNetwork digits = create("DoubleDigits", DoubleNetwork.class);
    double[] input = new double[784];
    Arrays.setAll(input, i -> Math.abs(Math.sin(i)));
    double[] target = new double[10];
    target[3] = 1;
    double before = digits.train(input, target, 0.1);
    double after = digits.loss(input, target);
    assertThat(after).isLessThan(before);
    FloatNetwork relu = create("FloatRelu", FloatNetwork.class);
    float[] some = new float[relu.inputSize()];
    float[] one = new float[relu.outputSize()];
    Arrays.fill(some, 0.5f);
    one[0] = 1;
    float first = relu.train(some, one, 0.01f);
    assertThat(relu.loss(some, one)).isLessThan(first);
  }
}
