package io.github.gradsmith.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.DataType;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFileTest {
  private static final Topology TOPOLOGY =
      Topology.builder()
          .layers(2, 3, 1)
          .activations("SIGMOID", "IDENTITY")
          .loss("HALF_SQUARED_ERROR")
          .build();

  /** Weights and biases of layer 2, then of layer 3; 0.1 is no float. */
  private static final double[] PARAMETERS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0.1, -0.0, 12, 13};

  @TempDir private Path folder;

  @Test
  void tensorsAreNamedByLayer() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    WeightFile.save(TOPOLOGY, PARAMETERS, file);
    Safetensors content = Safetensors.read(file);
    assertThat(content.tensors().keySet())
        .containsExactly("layer2.weight", "layer2.bias", "layer3.weight", "layer3.bias");
    assertThat(content.tensor("layer2.weight").shape()).containsExactly(3, 2);
    assertThat(content.tensor("layer2.weight").toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(content.tensor("layer2.bias").shape()).containsExactly(3);
    assertThat(content.tensor("layer2.bias").toDoubles()).containsExactly(7, 8, 9);
    assertThat(content.tensor("layer3.weight").shape()).containsExactly(1, 3);
    assertThat(content.tensor("layer3.bias").toDoubles()).containsExactly(13);
    assertThat(content.metadata())
        .containsExactly(
            Map.entry("layers", "2,3,1"),
            Map.entry("activations", "SIGMOID,IDENTITY"),
            Map.entry("loss", "HALF_SQUARED_ERROR"));
  }

  @Test
  void doublesReturnBitForBit() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    WeightFile.save(TOPOLOGY, PARAMETERS, file);
    assertThat(WeightFile.loadDoubles(TOPOLOGY, file)).isEqualTo(PARAMETERS);
    assertThat(WeightFile.loadFloats(TOPOLOGY, file)).isEqualTo(rounded());
  }

  @Test
  void floatsReturnBitForBit() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    WeightFile.save(TOPOLOGY, rounded(), file);
    assertThat(Safetensors.read(file).tensor("layer2.bias").dataType()).isEqualTo(DataType.F32);
    assertThat(WeightFile.loadFloats(TOPOLOGY, file)).isEqualTo(rounded());
    assertThat(WeightFile.loadDoubles(TOPOLOGY, file)[9]).isEqualTo((double) 0.1f);
  }

  @Test
  void streamsHoldWhatFilesHold() throws IOException {
    ByteArrayOutputStream floats = new ByteArrayOutputStream();
    WeightFile.save(TOPOLOGY, rounded(), floats);
    assertThat(WeightFile.loadFloats(TOPOLOGY, in(floats))).isEqualTo(rounded());
    ByteArrayOutputStream doubles = new ByteArrayOutputStream();
    WeightFile.save(TOPOLOGY, PARAMETERS, doubles);
    assertThat(WeightFile.loadDoubles(TOPOLOGY, in(doubles))).isEqualTo(PARAMETERS);
  }

  @Test
  void networksAreSavedAsTheirParameters() throws IOException {
    Path file = folder.resolve("network.safetensors");
    FloatPredictor narrow = predictor(FloatPredictor.class, rounded());
    DoublePredictor wide = predictor(DoublePredictor.class, PARAMETERS);
    WeightFile.save(narrow, file);
    assertThat(WeightFile.loadFloats(TOPOLOGY, file)).isEqualTo(rounded());
    WeightFile.save(wide, file);
    assertThat(WeightFile.loadDoubles(TOPOLOGY, file)).isEqualTo(PARAMETERS);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WeightFile.save(narrow, out);
    assertThat(WeightFile.loadFloats(TOPOLOGY, in(out))).isEqualTo(rounded());
    out.reset();
    WeightFile.save(wide, out);
    assertThat(WeightFile.loadDoubles(TOPOLOGY, in(out))).isEqualTo(PARAMETERS);
    assertThat(WeightFile.floats(TOPOLOGY, WeightFile.content(narrow))).isEqualTo(rounded());
    assertThat(WeightFile.doubles(TOPOLOGY, WeightFile.content(wide))).isEqualTo(PARAMETERS);
  }

  /** A network that has parameters and nothing else. */
  private static <T> T predictor(Class<T> type, Object parameters) {
    Object predictor =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              switch (method.getName()) {
                case "topology":
                  return TOPOLOGY;
                case "parameterCount":
                  return Array.getLength(parameters);
                case "getParameters":
                  System.arraycopy(parameters, 0, arguments[0], 0, Array.getLength(parameters));
                  return null;
                default:
                  throw new UnsupportedOperationException(method.getName());
              }
            });
    return type.cast(predictor);
  }

  @Test
  void metadataMayBeMissingOrSayMore() throws IOException {
    assertThat(load(Map.of(), tensors())).isEqualTo(PARAMETERS);
    assertThat(load(Map.of("format", "pt", "layers", "2,3,1"), tensors())).isEqualTo(PARAMETERS);
  }

  @Test
  void metadataThatContradictIsRefusedWithItsCure() {
    assertRefused(
        Map.of("layers", "2,3,2"),
        tensors(),
        "the weights belong to another network: layers 2,3,2, expected 2,3,1"
            + " (to load them, write layers = {2, 3, 2} at @Network)");
    assertRefused(
        Map.of("activations", "TANH,IDENTITY"),
        tensors(),
        "activations TANH,IDENTITY, expected SIGMOID,IDENTITY"
            + " (to load them, write activation = {TANH, IDENTITY} at @Network)");
    assertRefused(
        Map.of("loss", "CROSS_ENTROPY"),
        tensors(),
        "loss CROSS_ENTROPY, expected HALF_SQUARED_ERROR"
            + " (to load them, write loss = CROSS_ENTROPY at @Network)");
  }

  @Test
  void theCureOfFormulasIsAFormula() {
    assertRefused(
        Map.of("activations", "where(z > 0, z, max(z, -1)),z / (1 + exp(-z)),SOFTMAX"),
        tensors(),
        " (to load them, write formula = {\"where(z > 0, z, max(z, -1))\", \"z / (1 + exp(-z))\","
            + " \"softmax(z)\"} at @Network)");
    assertRefused(
        Map.of("activations", "tanh(z),LOG_SOFTMAX"),
        tensors(),
        " (to load them, write formula = {\"tanh(z)\", \"logsoftmax(z)\"} at @Network)");
    assertRefused(
        Map.of("activations", "tanh(z)"),
        tensors(),
        " (to load them, write formula = {\"tanh(z)\"} at @Network)");
    assertRefused(
        Map.of("loss", "max(a - t, t - a)"),
        tensors(),
        "loss max(a - t, t - a), expected HALF_SQUARED_ERROR"
            + " (to load them, write lossFormula = \"max(a - t, t - a)\" at @Network)");
  }

  @Test
  void everyContradictionIsNamedAtOnce() {
    assertRefused(
        Map.of("layers", "2,1", "activations", "SOFTMAX", "loss", "CROSS_ENTROPY"),
        tensors(),
        "layers 2,1, expected 2,3,1; activations SOFTMAX, expected SIGMOID,IDENTITY; "
            + "loss CROSS_ENTROPY, expected HALF_SQUARED_ERROR (to load them, write "
            + "layers = {2, 1}, activation = {SOFTMAX}, loss = CROSS_ENTROPY at @Network)");
  }

  @Test
  void aContradictionInAFileNamesTheFileFirst() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    new Safetensors(Map.of("loss", "CROSS_ENTROPY"), new ArrayList<>(tensors().values()))
        .write(file);
    assertThatThrownBy(() -> WeightFile.loadFloats(TOPOLOGY, file))
        .isInstanceOf(WeightsException.class)
        .hasMessageStartingWith(file + ": the weights belong to another network: loss ");
  }

  @Test
  void orderAndPrecisionOfTensorsDoNotMatter() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("layer3.bias", Tensor.of("layer3.bias", new float[] {13}, 1));
    for (Map.Entry<String, Tensor> entry : tensors().entrySet()) {
      tensors.putIfAbsent(entry.getKey(), entry.getValue());
    }
    assertThat(load(Map.of(), tensors)).isEqualTo(PARAMETERS);
  }

  @Test
  void optimizerStateIsIgnored() throws IOException {
    Map<String, Tensor> tensors = tensors();
    tensors.put("optimizer.step", Tensor.of("optimizer.step", new double[] {3}));
    assertThat(load(Map.of(), tensors)).isEqualTo(PARAMETERS);
  }

  @Test
  void missingAndUnknownTensorsAreNamed() {
    Map<String, Tensor> tensors = tensors();
    tensors.remove("layer3.bias");
    assertRefused(
        Map.of(),
        tensors,
        "it holds no bias for 1 layer, as nn.Linear(bias=False) leaves them out, but every layer"
            + " here adds one: tensor layer3.bias is missing, found [layer2.weight, ");
    tensors.remove("layer3.weight");
    assertRefused(Map.of(), tensors, "tensor layer3.weight is missing, found [layer2.weight, ");
    Map<String, Tensor> more = tensors();
    more.put("layer4.bias", Tensor.of("layer4.bias", new double[1], 1));
    assertRefused(Map.of(), more, "unknown tensor layer4.bias, expected [layer2.weight, ");
  }

  /**
   * A training's file serves where only parameters are wanted; a name that only begins alike not.
   */
  @Test
  void tensorsWithReservedPrefixesAreSkipped() throws IOException {
    Map<String, Tensor> more = tensors();
    for (String name :
        List.of(
            "optimizer.exp_avg.layer2.weight",
            "training.best.layer2.weight",
            "features.mean",
            "targets.mean")) {
      more.put(name, Tensor.of(name, new double[1], 1));
    }
    assertThat(WeightFile.doubles(TOPOLOGY, new Safetensors(Map.of(), List.copyOf(more.values()))))
        .isEqualTo(
            WeightFile.doubles(
                TOPOLOGY, new Safetensors(Map.of(), List.copyOf(tensors().values()))));
    more.put("featuresmean", Tensor.of("featuresmean", new double[1], 1));
    assertRefused(Map.of(), more, "unknown tensor featuresmean, expected [layer2.weight, ");
  }

  @Test
  void wrongShapesAreNamed() {
    Map<String, Tensor> tensors = tensors();
    tensors.put("layer2.bias", Tensor.of("layer2.bias", new double[3], 3, 1));
    assertRefused(Map.of(), tensors, "tensor layer2.bias has shape [3, 1], expected [3]");
    Map<String, Tensor> transposed = tensors();
    transposed.put("layer2.weight", Tensor.of("layer2.weight", new double[6], 2, 3));
    assertRefused(
        Map.of(),
        transposed,
        "has shape [2, 3], expected [3, 2] (is it transposed? weights are stored [out, in])");
  }

  /** Halves from 1 to 6 for layer 2, ones as brain floats for layer 3. */
  @Test
  void halvesAndBrainFloatsLoad() throws IOException {
    int[] bits = {
      0x3c00, 0x4000, 0x4200, 0x4400, 0x4500, 0x4600, 1, 0xbc00, 0, 0x3f80, 0x3f80, 0x3f80, 0xbf80
    };
    String header =
        "{\"layer2.weight\":{\"dtype\":\"F16\",\"shape\":[3,2],\"data_offsets\":[0,12]},"
            + "\"layer2.bias\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[12,18]},"
            + "\"layer3.weight\":{\"dtype\":\"BF16\",\"shape\":[1,3],\"data_offsets\":[18,24]},"
            + "\"layer3.bias\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[24,26]}}";
    ByteBuffer file = ByteBuffer.allocate(8 + header.length() + 26).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    for (int half : bits) {
      file.putShort((short) half);
    }

    float[] loaded = WeightFile.loadFloats(TOPOLOGY, new ByteArrayInputStream(file.array()));

    assertThat(loaded).containsExactly(1, 2, 3, 4, 5, 6, 0x1p-24f, -1, 0, 1, 1, 1, -1);
  }

  @Test
  void finiteParametersDoNotBecomeInfinite() throws IOException {
    double[] parameters = PARAMETERS.clone();
    parameters[7] = -1e39;
    Path file = folder.resolve("weights.safetensors");
    WeightFile.save(TOPOLOGY, parameters, file);
    assertThatThrownBy(() -> WeightFile.loadFloats(TOPOLOGY, file))
        .isInstanceOf(WeightsException.class)
        .hasMessage(file + ": tensor layer2.bias holds -1.0E39 at [1], too large for a float");
  }

  @Test
  void parametersAreCounted() {
    assertThatThrownBy(() -> WeightFile.save(TOPOLOGY, new float[12], folder.resolve("w")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters has 12 values, expected 13");
    assertThatThrownBy(() -> WeightFile.save(TOPOLOGY, new double[14], folder.resolve("w")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder).isEmptyDirectory();
  }

  private static float[] rounded() {
    float[] floats = new float[PARAMETERS.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) PARAMETERS[i];
    }
    return floats;
  }

  private static Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("layer2.weight", Tensor.of("layer2.weight", new double[] {1, 2, 3, 4, 5, 6}, 3, 2));
    tensors.put("layer2.bias", Tensor.of("layer2.bias", new double[] {7, 8, 9}, 3));
    tensors.put("layer3.weight", Tensor.of("layer3.weight", new double[] {0.1, -0.0, 12}, 1, 3));
    tensors.put("layer3.bias", Tensor.of("layer3.bias", new double[] {13}, 1));
    return tensors;
  }

  private static double[] load(Map<String, String> metadata, Map<String, Tensor> tensors)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Safetensors(metadata, new ArrayList<>(tensors.values())).write(out);
    return WeightFile.loadDoubles(TOPOLOGY, in(out));
  }

  private static void assertRefused(
      Map<String, String> metadata, Map<String, Tensor> tensors, String message) {
    assertThatThrownBy(() -> load(metadata, tensors))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(message);
  }

  private static InputStream in(ByteArrayOutputStream out) {
    return new ByteArrayInputStream(out.toByteArray());
  }
}
