package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.github.gradsmith.Activation;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Onnx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime computes from a written model what the network computes. */
class OnnxRunTest {
  private static final double TOLERANCE = 1e-6;
  private static final int RANDOM_NETWORKS = 200;
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
    FloatPredictor network = networks.create("Net" + index, 1, FloatPredictor.class);
    network.setParameters(parameters(random, network.parameterCount()));
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    Onnx.write(network, model);
    try (OnnxSession session = new OnnxSession(model.toByteArray())) {
      agrees(session, network, inputs(random, 1, network.inputSize()));
      agrees(session, network, inputs(random, ROWS, network.inputSize()));
    }
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
