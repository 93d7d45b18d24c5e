package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.internal.weights.WeightFile;
import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** A parameter that is not finite, somewhere in a random network, on its way to and from files. */
class NonFiniteParametersTest {
  private static final double[] VALUES = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  @TempDir private Path folder;

  private int[] layers;
  private double[] parameters;
  private List<Tensor> tensors;

  /** Where the first of the parameters stands that are not finite: what a message says of it. */
  private String place;

  private interface Write {
    void to(OutputStream out) throws IOException;
  }

  private interface WriteFile {
    void to(Path file) throws IOException;
  }

  private interface Load {
    void run() throws IOException;
  }

  /** Spoils one parameter, and maybe a later one; both networks and files are made of these. */
  @BeforeEach
  void spoil(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    layers = random.ints(2 + random.nextInt(4), 1, 7).toArray();
    int layer = 1 + random.nextInt(layers.length - 1);
    int row = random.nextInt(layers[layer]);
    int column = random.nextInt(layers[layer - 1] + 1);
    boolean bias = column == layers[layer - 1];
    double value = VALUES[random.nextInt(VALUES.length)];
    place =
        String.format(
            "layer%d.%s holds %s at %s",
            layer + 1,
            bias ? "bias" : "weight",
            value,
            bias ? "[" + row + "]" : "[" + row + ", " + column + "]");
    parameters = new double[0];
    tensors = new ArrayList<>();
    for (int l = 1; l < layers.length; l++) {
      double[] weights = random.doubles((long) layers[l] * layers[l - 1], -1, 1).toArray();
      double[] biases = random.doubles(layers[l], -1, 1).toArray();
      if (l == layer) {
        (bias ? biases : weights)[bias ? row : row * layers[l - 1] + column] = value;
      }
      if (l > layer && random.nextBoolean()) {
        biases[0] = VALUES[random.nextInt(VALUES.length)];
      }
      parameters =
          Stream.of(parameters, weights, biases).flatMapToDouble(DoubleStream::of).toArray();
      tensors.add(tensor("layer" + (l + 1) + ".weight", weights, layers[l], layers[l - 1]));
      tensors.add(tensor("layer" + (l + 1) + ".bias", biases, layers[l]));
    }
  }

  /** As floats or doubles, which either precision reads. */
  private static Tensor tensor(String name, double[] values, int... shape) {
    if (values.length % 2 == 0) {
      return Tensor.of(name, values, shape);
    }
    return Tensor.of(name, floats(values), shape);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private PlainFloatNetwork floatNetwork() {
    PlainFloatNetwork network = new PlainFloatNetwork(layers);
    network.setParameters(floats(parameters));
    return network;
  }

  private PlainDoubleNetwork doubleNetwork() {
    PlainDoubleNetwork network = new PlainDoubleNetwork(layers);
    network.setParameters(parameters);
    return network;
  }

  private void assertNotWritten(Write stream, WriteFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertRefused(() -> stream.to(out), "nothing is written: " + place);
    assertThat(out.toByteArray()).isEmpty();
    Path old = Files.writeString(folder.resolve("old"), "old");
    assertRefused(() -> file.to(old), "nothing is written: " + place);
    assertThat(old).hasContent("old");
    assertRefused(() -> file.to(folder.resolve("new")), place);
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(old));
  }

  private static void assertRefused(Load load, String message) {
    assertThatThrownBy(load::run)
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(message + ",")
        .hasMessageContaining("-Dgradsmith.allowNonFinite=true");
  }

  @RepeatedTest(30)
  void itIsNotWritten() throws IOException {
    PlainFloatNetwork floats = floatNetwork();
    assertNotWritten(out -> WeightFile.save(floats, out), file -> WeightFile.save(floats, file));
    assertNotWritten(out -> Onnx.write(floats, out), file -> Onnx.write(floats, file));
    assertNotWritten(out -> Npz.of(floats).write(out), file -> Npz.of(floats).write(file));
    PlainDoubleNetwork doubles = doubleNetwork();
    assertNotWritten(out -> WeightFile.save(doubles, out), file -> WeightFile.save(doubles, file));
    assertNotWritten(out -> Onnx.write(doubles, out), file -> Onnx.write(doubles, file));
    assertNotWritten(out -> Npz.of(doubles).write(out), file -> Npz.of(doubles).write(file));
  }

  @RepeatedTest(30)
  void itIsNotLoaded() throws IOException {
    Topology topology = floatNetwork().topology();
    Path file = folder.resolve("weights");
    new Safetensors(Map.of(), tensors).write(file);
    String message = "tensor " + place;
    assertRefused(() -> WeightFile.loadFloats(topology, file), file + ": " + message);
    assertRefused(() -> WeightFile.loadDoubles(topology, file), file + ": " + message);
    byte[] bytes = Files.readAllBytes(file);
    assertRefused(() -> WeightFile.loadFloats(topology, new ByteArrayInputStream(bytes)), message);

    new Npz(tensors).write(file);
    PlainFloatNetwork floats = new PlainFloatNetwork(layers);
    assertRefused(() -> Npz.read(file).loadInto(floats), message);
    float[] narrow = new float[parameters.length];
    floats.getParameters(narrow);
    assertThat(narrow).containsOnly(0);
    PlainDoubleNetwork doubles = new PlainDoubleNetwork(layers);
    assertRefused(() -> Npz.read(file).loadInto(doubles), message);
    double[] wide = new double[parameters.length];
    doubles.getParameters(wide);
    assertThat(wide).containsOnly(0);
  }
}
