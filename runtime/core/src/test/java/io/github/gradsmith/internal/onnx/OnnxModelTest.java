package io.github.gradsmith.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Topology;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxModelTest {
  /** The smallest model, its fields by hand; the parameters are 2 and −1. */
  @Test
  void isTheseBytes() {
    String weight = tensor("\u0008\u0001\u0008\u0001\u0010\u0001", "layer2.weight", "\0\0\0\u0040");
    String bias = tensor("\u0008\u0001\u0010\u0001", "layer2.bias", "\0\0\u0080\u00bf");
    String trans = field(5, field(1, "transB") + "\u0018\u0001" + "\u00a0\u0001\u0002");
    String gemm =
        field(1, "input")
            + field(1, "layer2.weight")
            + field(1, "layer2.bias")
            + field(2, "output")
            + field(3, "output")
            + field(4, "Gemm")
            + trans;
    String graph =
        field(1, gemm)
            + field(2, "network")
            + field(5, weight)
            + field(5, bias)
            + field(11, rows("input"))
            + field(12, rows("output"));
    String model =
        "\u0008\u0008"
            + field(2, "gradsmith")
            + field(7, graph)
            + field(8, "\u0010\u0011")
            + field(14, field(1, "layers") + field(2, "1,1"))
            + field(14, field(1, "activations") + field(2, "IDENTITY"))
            + field(14, field(1, "loss") + field(2, "HUBER"));
    assertThat(text("IDENTITY")).isEqualTo(model);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SWISH", "", "z z", "z +", "(z", "z)", "max(z)", "where(z, 1, 2)", "."})
  void whatIsNoActivationIsRefusedWithItsLayer(String activation) {
    assertThatThrownBy(() -> text(activation))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the activation of layer 2 is neither known nor a formula: ")
        .hasMessageContaining("\"" + activation + "\" at ");
  }

  @Test
  void theReasonNamesThePlace() {
    assertThatThrownBy(() -> text("z + gamma(z)"))
        .hasMessageEndingWith("\"z + gamma(z)\" at 12: expected a function instead of gamma");
    assertThatThrownBy(() -> text("where(z = 0, 1, 2)"))
        .hasMessageEndingWith("\"where(z = 0, 1, 2)\" at 8: expected > >= < or <=");
    assertThatThrownBy(() -> text("y"))
        .hasMessageEndingWith("\"y\" at 1: expected z, pi or a function instead of y");
  }

  /** The processor refuses such formulas, but a topology may name one. */
  @Test
  void aConstantIsSpreadOverTheRows() {
    assertThat(text("1/2")).contains("Shape").contains("Expand").contains("number.0.5");
    assertThat(text("max(exp(1), pi)")).contains("Shape").contains("Expand");
    assertThat(text("where(1 > 0, 2, z)")).doesNotContain("Expand");
  }

  @Test
  void theLogarithmOfSoftmaxIsOneOperator() {
    assertThat(text("LOG_SOFTMAX")).contains("LogSoftmax").contains("axis");
  }

  @Test
  void parametersAreCounted() {
    Topology topology = topology("IDENTITY");
    assertThatThrownBy(() -> OnnxModel.of(topology, OnnxRows.NONE, new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters has 3 values, expected 2");
    assertThatThrownBy(() -> OnnxModel.of(topology, OnnxRows.NONE, new double[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Topology topology(String activation) {
    return Topology.builder().layers(1, 1).activations(activation).loss("HUBER").build();
  }

  /** The model's bytes, a character each. */
  private static String text(String activation) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      OnnxModel.of(topology(activation), OnnxRows.NONE, new float[] {2, -1}).write(out);
      return out.toString(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tensor(String dimensionsAndType, String name, String values) {
    return dimensionsAndType + field(8, name) + field(9, values);
  }

  private static String rows(String name) {
    String shape = field(1, field(2, "batch")) + field(1, "\u0008\u0001");
    String tensor = "\u0008\u0001" + field(2, shape);
    return field(1, name) + field(2, field(1, tensor));
  }

  /** A field below 16 that has a length. */
  private static String field(int number, String content) {
    int length = content.length();
    String varint =
        length < 128
            ? String.valueOf((char) length)
            : "" + (char) (length & 127 | 128) + (char) (length >> 7);
    return (char) (number << 3 | 2) + varint + content;
  }
}
