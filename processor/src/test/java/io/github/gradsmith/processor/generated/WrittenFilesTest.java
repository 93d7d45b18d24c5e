package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.util.passthrough.PassthroughNDManager;
import ai.onnxruntime.OrtException;
import io.github.gradsmith.Activation;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Onnx;
import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.processor.model.ModelImport;
import io.github.gradsmith.processor.onnx.OnnxImport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every format hold the network that wrote them: bit for bit to our readers, and ONNX
 * Runtime computes from a model what the network computes.
 */
class WrittenFilesTest {
  private static final double TOLERANCE = 1e-6;
  private static final int RANDOM_NETWORKS = Integer.getInteger("fuzz.models", 60);
  private static final int ROWS = 7;
  private static final long SEED = 20;

  private static CompiledNetworks networks;

  /** Attributes of every activation's, every formula's and the random networks. */
  static List<String> declarations() {
    List<String> all = new ArrayList<>();
    Arrays.stream(Activation.values()).map(OnnxSamples::of).forEach(all::add);
    OnnxSamples.FORMULAS.stream().map(OnnxSamples::of).forEach(all::add);
    Random random = new Random(SEED);
    for (int i = 0; i < RANDOM_NETWORKS; i++) {
      all.add(OnnxSamples.random(random));
    }
    return all;
  }

  static List<Integer> indices() {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < declarations().size(); i++) {
      indices.add(i);
    }
    return indices;
  }

  @BeforeAll
  static void compile() {
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    List<String> declarations = declarations();
    for (int i = 0; i < declarations.size(); i++) {
      builder.add("Net" + i, "FloatPredictor", declarations.get(i));
    }
    networks = builder.compile();
  }

  @ParameterizedTest
  @MethodSource("indices")
  void runsAsTheNetworkDoes(int index) throws IOException, OrtException {
    Random random = new Random(index);
    FloatPredictor network = randomized(index);
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    Onnx.write(network, model);
    try (OnnxSession session = new OnnxSession(model.toByteArray())) {
      agrees(session, network, inputs(random, 1, network.inputSize()));
      agrees(session, network, inputs(random, ROWS, network.inputSize()));
    }
  }

  @ParameterizedTest
  @MethodSource("indices")
  void modelsAreReadAsTheyWereWritten(int index) throws IOException {
    FloatPredictor network = randomized(index);
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    Onnx.write(network, model);

    ModelImport made = OnnxImport.of(model.toByteArray());

    assertThat(made).as("%s", network.topology()).isInstanceOf(ModelImport.Network.class);
    ModelImport.Network read = (ModelImport.Network) made;
    assertThat(read.widths())
        .containsExactlyElementsOf(Arrays.stream(network.topology().widths()).boxed().toList());
    assertThat(bits(read.parameters())).isEqualTo(bits(parameters(network)));
    ReadActivations.same(read.activations(), network.topology().activations());
  }

  @ParameterizedTest
  @MethodSource("indices")
  void weightFilesAreReadAsTheyWereWritten(int index) throws IOException {
    FloatPredictor network = randomized(index);

    FloatPredictor read = networks.create("Net" + index, 2, FloatPredictor.class);
    read.load(new ByteArrayInputStream(safetensors(network)));
    assertThat(bits(parameters(read))).isEqualTo(bits(parameters(network)));
    read = networks.create("Net" + index, 2, FloatPredictor.class);
    Npz.read(new ByteArrayInputStream(npz(network))).loadInto(read);
    assertThat(bits(parameters(read))).isEqualTo(bits(parameters(network)));
  }

  /** Deep Java Library's readers find the tensors by PyTorch's names and shapes, bit for bit. */
  @ParameterizedTest
  @MethodSource("indices")
  void weightFilesAreReadByOthers(int index) throws IOException {
    FloatPredictor network = randomized(index);

    for (byte[] file : List.of(safetensors(network), npz(network))) {
      NDList tensors = NDList.decode(PassthroughNDManager.INSTANCE, file);
      int[] widths = network.topology().widths();
      ByteBuffer read = ByteBuffer.allocate(Float.BYTES * network.parameterCount());
      read.order(ByteOrder.LITTLE_ENDIAN);
      for (int layer = 2; layer <= widths.length; layer++) {
        int outputs = widths[layer - 1];
        NDArray weights = named(tensors, "layer" + layer + ".weight");
        assertThat(weights.getShape().getShape()).containsExactly(outputs, widths[layer - 2]);
        read.put(weights.toByteBuffer());
        NDArray biases = named(tensors, "layer" + layer + ".bias");
        assertThat(biases.getShape().getShape()).containsExactly(outputs);
        read.put(biases.toByteBuffer());
      }
      ByteBuffer written = ByteBuffer.allocate(read.capacity()).order(ByteOrder.LITTLE_ENDIAN);
      Arrays.stream(parameters(network)).forEach(value -> written.putFloat((float) value));
      assertThat(read.array()).isEqualTo(written.array());
    }
  }

  private static NDArray named(NDList tensors, String name) {
    return tensors.stream()
        .filter(tensor -> tensor.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] safetensors(FloatPredictor network) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    network.save(file);
    return file.toByteArray();
  }

  private static byte[] npz(FloatPredictor network) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Npz.of(network).write(file);
    return file.toByteArray();
  }

  private static FloatPredictor randomized(int index) {
    FloatPredictor network = networks.create("Net" + index, 1, FloatPredictor.class);
    network.setParameters(parameters(new Random(index), network.parameterCount()));
    return network;
  }

  private static double[] parameters(FloatPredictor network) {
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    double[] widened = new double[parameters.length];
    Arrays.setAll(widened, i -> parameters[i]);
    return widened;
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private static void agrees(OnnxSession session, FloatPredictor network, float[][] inputs)
      throws OrtException {
    float[][] outputs = session.run(inputs);
    assertThat(outputs).hasDimensions(inputs.length, network.outputSize());
    for (int row = 0; row < inputs.length; row++) {
      float[] expected = network.forward(inputs[row]);
      for (int i = 0; i < expected.length; i++) {
        double tolerance = TOLERANCE * Math.max(1, Math.abs(expected[i]));
        assertThat((double) outputs[row][i])
            .as("output %d of row %d of %s", i, row, network.topology())
            .isCloseTo(expected[i], within(tolerance));
      }
    }
  }

  private static float[] parameters(Random random, int count) {
    float[] parameters = new float[count];
    for (int i = 0; i < count; i++) {
      parameters[i] = random.nextFloat(-1, 1);
    }
    return parameters;
  }

  private static float[][] inputs(Random random, int rows, int width) {
    float[][] inputs = new float[rows][];
    for (int i = 0; i < rows; i++) {
      inputs[i] = parameters(random, width);
    }
    return inputs;
  }
}
