package io.github.gradsmith.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small models as programs write them: those that are networks, with what ONNX Runtime gives. */
class HandedModelsTest {
  private static byte[] file(String name) throws IOException {
    try (InputStream in = HandedModelsTest.class.getResourceAsStream("/onnx/" + name)) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B1-shape-start-end",
        "B2-shape-end1-rank2",
        "B3-shape-fixed-batch",
        "B4-shape-start-neg",
        "B7-shape-mul",
        "acasxu-1-1",
        "binary-classifier",
        "nodes-out-of-order",
        "scaling-by-row",
        "tiny-constant",
        "unsqueeze-squeeze",
      })
  void givesWhatOnnxRuntimeGives(String name) throws IOException {
    isAsTheVectorsSay(name, 2e-5);
  }

  /** Batch normalization, residuals and scaling at both ends go into the layers around. */
  @ParameterizedTest
  @ValueSource(strings = {"residual-batchnorm", "scaled"})
  void foldsWhatIsAffine(String name) throws IOException {
    isAsTheVectorsSay(name, 2e-6);
  }

  private static void isAsTheVectorsSay(String name, double tolerance) throws IOException {
    ModelImport made = OnnxImport.of(file("cases/" + name + ".onnx"));
    Tensor x;
    Tensor y;
    try (InputStream in =
        HandedModelsTest.class.getResourceAsStream(
            "/onnx/cases/" + name + ".vectors.safetensors")) {
      Safetensors vectors = Safetensors.read(in);
      x = vectors.tensors().get("x");
      y = vectors.tensors().get("y");
    }
    double[] actual = GraphForward.rows(made, x.toDoubles());
    double[] expected = y.toDoubles();
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("output %s", i)
          .isLessThan(tolerance * largest);
    }
  }

  /** No number of its type is smaller than the one, and no sum is changed by the other. */
  @ParameterizedTest
  @ValueSource(strings = {"finfo-min", "finfo-tiny"})
  void boundsOfATypeAreNumbers(String name) throws IOException {
    ModelImport made = OnnxImport.of(file("cases/" + name + ".onnx"));
    assertThat(made).isInstanceOf(ModelImport.Network.class);
    PlainForward network = new PlainForward((ModelImport.Network) made);
    ModelImport.Network linear = (ModelImport.Network) made;
    double[] row = {1, -2, 3, 0.5};
    double[] actual = network.rows(row);
    for (int j = 0; j < 3; j++) {
      double z = linear.parameters()[12 + j];
      for (int i = 0; i < 4; i++) {
        z += linear.parameters()[4 * j + i] * row[i];
      }
      double expected = name.equals("finfo-min") ? z : Math.log(Math.abs(z));
      assertThat(Math.abs(actual[j] - expected)).as("output %s", j).isLessThan(1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "A1-fixed-1x4-to-2x2, cut into rows of 2",
    "A1-fixed-1x4-to-2x2, mixes samples",
    "A2-fixed-1x6-to-m1x2, mixes samples",
    "A3-fixed-4x2-to-2x4, mixes samples",
    "A6-flatten-axis2, mixes samples",
    "A7-free-flatten-axis2, mixes samples",
    "r019, mixes samples",
    "r103, mixes samples",
    "O13-greater-out, is a comparison",
    "X-step-cast, numbers of a comparison",
  })
  void isRefusedForItsReason(String name, String reason) throws IOException {
    ModelImport made = OnnxImport.of(file("refused/" + name + ".onnx"));
    assertThat(made).isInstanceOf(ModelImport.Refused.class);
    assertThat(((ModelImport.Refused) made).reason()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the file itself was not fetched", "is a Git LFS pointer"})
  void aPointerIsCalledSo(String reason) throws IOException {
    ModelImport made = OnnxImport.of(file("refused/lfs.onnx"));
    assertThat(made).isInstanceOf(ModelImport.Damaged.class);
    assertThat(((ModelImport.Damaged) made).reason()).contains(reason);
  }
}
