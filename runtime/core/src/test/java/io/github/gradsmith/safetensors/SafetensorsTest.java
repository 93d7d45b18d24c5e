package io.github.gradsmith.safetensors;

import static io.github.gradsmith.safetensors.RawFile.quoted;
import static io.github.gradsmith.safetensors.RawFile.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  /** Written by PyTorch and the reference implementation of the format. */
  @Test
  void readsAFileOfTheReferenceImplementation() throws IOException {
    Safetensors file;
    try (InputStream in = getClass().getResourceAsStream("/lecture-2-2-2.safetensors")) {
      file = Safetensors.read(in);
    }
    assertThat(file.metadata()).containsEntry("layers", "2,2,2").containsEntry("steps", "50");
    assertThat(file.metadata().get("optimizer_settings")).startsWith("{\"lr\": 0.5,");
    assertThat(file.tensors().keySet()).startsWith("x", "t", "init.layer2.weight");
    assertThat(file.tensor("x").shape()).containsExactly(24, 2);
    assertThat(file.tensor("loss0").dataType()).isEqualTo(DataType.F64);
    // The file's own numbers belong together: the loss is the mean of ½ Σ (t − a)².
    double[] a = file.tensor("forward").toDoubles();
    double[] t = file.tensor("t").toDoubles();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += 0.5 * (t[i] - a[i]) * (t[i] - a[i]);
    }
    assertThat(file.tensor("loss0").toDoubles()[0]).isBetween(sum / 24 - 1e-15, sum / 24 + 1e-15);
  }

  @Test
  void readsValuesLittleEndian() throws IOException {
    byte[] data = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0, 0, 0, 0, (byte) 0xc0};
    String header =
        "{" + tensor("f", "F32", "[1]", "[0,4]") + "," + tensor("d", "F64", "[]", "[4,12]");
    Safetensors file = read(RawFile.of(header + "}", data));
    assertThat(file.tensor("f").toFloats()).containsExactly(1f);
    assertThat(file.tensor("f").toDoubles()).containsExactly(1.0);
    assertThat(file.tensor("d").toDoubles()).containsExactly(-2.0);
    assertThat(file.tensor("d").toFloats()).containsExactly(-2f);
    assertThat(file.tensor("d").shape()).isEmpty();
  }

  @Test
  void keepsTheOrderOfTheHeaderWhateverTheOrderOfTheData() throws IOException {
    String header =
        "{" + tensor("b", "F32", "[1]", "[4,8]") + "," + tensor("a", "F32", "[1]", "[0,4]");
    Safetensors file = read(RawFile.of(header + "}", new byte[] {0, 0, 0, 64, 0, 0, 64, 64}));
    assertThat(file.tensors().keySet()).containsExactly("b", "a");
    assertThat(file.tensor("a").toFloats()).containsExactly(2f);
    assertThat(file.tensor("b").toFloats()).containsExactly(3f);
  }

  @Test
  void writesTheBytesOfTheFormat() throws IOException {
    Safetensors file =
        new Safetensors(
            Map.of("k", "v"),
            List.of(Tensor.of("f", new float[] {1, 2}, 1, 2), Tensor.of("d", new double[] {-2})));
    String header =
        quoted("{'__metadata__':{'k':'v'},")
            + tensor("f", "F32", "[1,2]", "[0,8]")
            + ","
            + tensor("d", "F64", "[]", "[8,16]")
            + "}";
    String padded = header + " ".repeat(-header.length() & 7);
    byte[] data = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, (byte) 0xc0};
    assertThat(write(file)).isEqualTo(RawFile.of(padded, data));
    assertThat(header.length() % 8).isNotZero();
  }

  @Test
  void writesAndReadsTheSame() throws IOException {
    float[] floats = new float[100_003];
    double[] doubles = new double[70_001];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.intBitsToFloat(i * 42_949);
    }
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = Double.longBitsToDouble(i * 263_524_915_338_707L);
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("z", "\"quoted\" \\ \n\t\u0001");
    metadata.put("σ", "½ Σ 😀");
    Safetensors file =
        new Safetensors(
            metadata,
            List.of(
                Tensor.of("doubles", doubles, doubles.length),
                Tensor.of("floats", floats, 1, floats.length),
                Tensor.of("empty", new float[0], 3, 0)));
    Safetensors copy = read(write(file));
    assertThat(List.copyOf(copy.metadata().entrySet())).isEqualTo(List.copyOf(metadata.entrySet()));
    assertThat(copy.tensors().keySet()).containsExactly("doubles", "floats", "empty");
    assertThat(copy.tensor("floats").toFloats()).isEqualTo(floats);
    assertThat(copy.tensor("doubles").toDoubles()).isEqualTo(doubles);
    assertThat(copy.tensor("empty").shape()).containsExactly(3, 0);
    assertThat(write(copy)).isEqualTo(write(file));
  }

  @Test
  void understandsEveryEscape() throws IOException {
    String header =
        quoted("{'__metadata__':{'k':'\\u0041\\u00e9\\ud83d\\ude00\\/\\\\\\n\\b\\f\\r\\t'}}");
    assertThat(read(RawFile.of(header)).metadata()).containsEntry("k", "Aé😀/\\\n\b\f\r\t");
  }

  @Test
  void acceptsWhiteSpaceAndNothingAtAll() throws IOException {
    assertThat(read(RawFile.of("{}")).tensors()).isEmpty();
    Safetensors file = read(RawFile.of(quoted("{ \n'__metadata__' :\t{ } }  ")));
    assertThat(file.metadata()).isEmpty();
  }

  @Test
  void tensorsFitTheirShape() {
    assertThatThrownBy(() -> Tensor.of("w", new float[3], 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tensor w has 3 values, which do not fit the shape [2, 2]");
    assertThatThrownBy(() -> Tensor.of("w", new double[1], -1, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tensor.of("w", new double[0], 1 << 16, 1 << 16))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesAreUniqueAndNotTheFormatsOwn() {
    Tensor tensor = Tensor.of("w", new float[1]);
    assertThatThrownBy(() -> new Safetensors(Map.of(), List.of(tensor, tensor)))
        .isInstanceOf(IllegalArgumentException.class);
    Tensor metadata = Tensor.of("__metadata__", new float[1]);
    assertThatThrownBy(() -> new Safetensors(Map.of(), List.of(metadata)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tensorsCannotBeChangedThroughTheirArrays() {
    float[] values = {1};
    int[] shape = {1};
    Tensor tensor = Tensor.of("w", values, shape);
    values[0] = 2;
    shape[0] = 2;
    tensor.toFloats()[0] = 2;
    tensor.shape()[0] = 2;
    assertThat(tensor.toFloats()).containsExactly(1f);
    assertThat(tensor.shape()).containsExactly(1);
    assertThat(tensor).hasToString("w F32 [1]");
  }

  @Test
  void aMissingTensorIsNamed() throws IOException {
    Safetensors file = new Safetensors(Map.of(), List.of(Tensor.of("a", new float[1])));
    assertThatThrownBy(() -> file.tensor("w")).hasMessage("tensor w is missing, found [a]");
  }

  @Test
  void messagesNameTheFile(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("short.safetensors"), new byte[3]);
    assertThatThrownBy(() -> Safetensors.read(file))
        .hasMessage(file + ": not a safetensors file: it has 3 bytes, expected at least 8");
  }

  @Test
  void streamsStayOpen() throws IOException {
    boolean[] closed = new boolean[2];
    byte[] bytes = RawFile.of("{}");
    InputStream in =
        new ByteArrayInputStream(bytes) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[1] = true;
          }
        };
    Safetensors.read(in).write(out);
    assertThat(closed).containsOnly(false);
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("{}      ");
  }

  private static Safetensors read(byte[] bytes) throws IOException {
    return Safetensors.read(new ByteArrayInputStream(bytes));
  }

  private static byte[] write(Safetensors file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(out);
    return out.toByteArray();
  }
}
