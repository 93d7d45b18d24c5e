package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.internal.parallel.Changes;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a generated network says of itself. */
class TopologyTest {
  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    String mixed =
        "layers = {784, 30, 12, 10}, activation = {RELU, TANH, SOFTMAX}, loss = CROSS_ENTROPY";
    CompiledNetworks.Builder builder =
        CompiledNetworks.builder()
            .add("Single", "FloatNetwork", "layers = {784, 30, 10}, activation = SIGMOID")
            .add("Twofold", "DoubleNetwork", mixed)
            .add("Predictor", "FloatPredictor", mixed)
            .add("Small", "DoubleNetwork", "layers = {2, 3, 1}, activation = RELU")
            .add("Wide", "FloatNetwork", "layers = {201, 5000, 3}, activation = TANH");
    OptimizerSetting.ALL.forEach(
        (name, setting) -> {
          builder.add(name + "Double", "DoubleNetwork", mixed, setting.annotation());
          builder.add(name + "Float", "FloatNetwork", mixed, setting.annotation());
        });
    networks = builder.compile();
  }

  @Test
  void ofTheDigitNetwork() {
    FloatNetwork network = networks.floats("Single", 1);
    Topology topology = network.topology();

    assertThat(network.inputSize()).isEqualTo(784);
    assertThat(network.outputSize()).isEqualTo(10);
    assertThat(network.parameterCount()).isEqualTo(23_860);
    assertThat(topology.widths()).containsExactly(784, 30, 10);
    assertThat(topology.activations()).containsExactly("SIGMOID", "SIGMOID");
    assertThat(topology.loss()).isEqualTo("HALF_SQUARED_ERROR");
    assertThat(topology.optimizer()).isEqualTo("SGD");
    assertThat(topology.parameterCount()).isEqualTo(23_860);
    // 23,820 weights, two operations each; the deltas of layer 2 take the 300 of layer 3.
    assertThat(topology.cost().forwardFlops()).isEqualTo(47_640);
    assertThat(topology.cost().trainFlops()).isEqualTo(2 * 47_640 + 600);
    assertThat(topology.cost().parameterBytes()).isEqualTo(4 * 23_860);
    assertThat(topology.cost().optimizerBytes()).isZero();
    assertThat(topology.kernels()).isEqualTo("plain");
  }

  @Test
  void ofADoubleNetworkWithSeveralActivations() {
    Topology topology = networks.doubles("Twofold", 1).topology();

    assertThat(topology.activations()).containsExactly("RELU", "TANH", "SOFTMAX");
    assertThat(topology.loss()).isEqualTo("CROSS_ENTROPY");
    assertThat(topology.parameterCount()).isEqualTo(785 * 30 + 31 * 12 + 13 * 10);
    assertThat(topology.cost().parameterBytes()).isEqualTo(8L * topology.parameterCount());
    assertThat(topology.cost().forwardFlops()).isEqualTo(2 * (784 * 30 + 30 * 12 + 12 * 10));
    assertThat(topology.cost().trainFlops())
        .isEqualTo(2 * topology.cost().forwardFlops() + 2 * (30 * 12 + 12 * 10));
  }

  @Test
  void aPredictorDoesNotTrain() {
    FloatPredictor predictor = networks.create("Predictor", 1, FloatPredictor.class);

    assertThat(predictor.topology().cost().trainFlops()).isZero();
    assertThat(predictor.topology().optimizer()).isEqualTo("NONE");
    assertThat(predictor.topology().cost().forwardFlops())
        .isEqualTo(networks.doubles("Twofold", 1).topology().cost().forwardFlops());
    assertThat(predictor).isNotInstanceOf(FloatNetwork.class);
  }

  @Test
  void aNetworkSaysInOneLineWhichItIs() {
    assertThat(networks.floats("Single", 1))
        .hasToString("Single 784-30-10, SIGMOID SIGMOID, HALF_SQUARED_ERROR, 23860 parameters");
    assertThat(networks.doubles("Twofold", 1).replica())
        .hasToString("Twofold 784-30-12-10, RELU TANH SOFTMAX, CROSS_ENTROPY, 24052 parameters");
  }

  /** Working memory is what the replica does not share with its origin. */
  @ParameterizedTest
  @MethodSource("names")
  void bytesAreThoseOfTheArrays(String name) throws Exception {
    Object network = networks.create(name, 1, Object.class);
    Object replica = network.getClass().getMethod("replica").invoke(network);
    Topology topology = (Topology) network.getClass().getMethod("topology").invoke(network);
    long shared = 0;
    long own = 0;
    long state = 0;
    for (Field field : fields(network)) {
      Object value = field.get(network);
      if (value instanceof Long) {
        continue; // the count of changes that the packed weights are of
      }
      if (value instanceof Changes) {
        assertThat(field.get(replica)).isSameAs(value);
      } else if (!value.getClass().isArray()) {
        assertThat(field.get(replica)).isSameAs(value);
        for (Field kept : fields(value)) {
          state += bytes(kept.get(value));
        }
      } else if (value == field.get(replica)) {
        shared += bytes(value);
      } else {
        own += bytes(value);
      }
    }

    assertThat(topology.cost().scratchBytes()).isEqualTo(own).isPositive();
    assertThat(topology.cost().parameterBytes()).isEqualTo(shared).isPositive();
    assertThat(topology.cost().optimizerBytes()).isEqualTo(state);
  }

  static Stream<String> names() {
    return Stream.concat(
        Stream.of("Single", "Twofold", "Predictor", "Small", "Wide"),
        OptimizerSetting.names().stream()
            .flatMap(name -> Stream.of(name + "Double", name + "Float")));
  }

  /** Flat parameters and files hold the same numbers where the topology says. */
  @ParameterizedTest
  @ValueSource(strings = {"Twofold", "Small", "Adam0Double"})
  void parametersStandInFilesWhereTheTopologySays(String name) throws IOException {
    DoubleNetwork network = networks.doubles(name, 3);
    double[] flat = new double[network.parameterCount()];
    SeededRandom random = new SeededRandom(7);
    Arrays.setAll(flat, i -> random.nextDouble());
    network.setParameters(flat);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    network.save(out);
    Safetensors file = Safetensors.read(new ByteArrayInputStream(out.toByteArray()));

    List<ParameterTensor> parameters = network.topology().parameters();
    assertThat(file.tensors().keySet())
        .containsExactlyElementsOf(parameters.stream().map(ParameterTensor::name).toList());
    for (ParameterTensor parameter : parameters) {
      int end = parameter.offset() + parameter.size();
      Tensor tensor = file.tensor(parameter.name());
      assertThat(tensor.shape()).isEqualTo(parameter.shape());
      assertThat(tensor.toDoubles()).isEqualTo(Arrays.copyOfRange(flat, parameter.offset(), end));
    }
  }

  /** Two numbers for each parameter, and the steps. */
  @Test
  void ofOptimizers() {
    Topology adam = networks.floats("Adam0Float", 1).topology();
    assertThat(adam.optimizer()).isEqualTo("ADAM");
    assertThat(adam.cost().optimizerBytes()).isEqualTo(2 * adam.cost().parameterBytes() + 8);
    Topology momentum = networks.doubles("Sgd1Double", 1).topology();
    assertThat(momentum.optimizer()).isEqualTo("SGD");
    assertThat(momentum.cost().optimizerBytes()).isEqualTo(momentum.cost().parameterBytes());
    Topology decay = networks.floats("Sgd3Float", 1).topology();
    assertThat(decay.optimizer()).isEqualTo("SGD");
    assertThat(decay.cost().optimizerBytes()).isZero();
    assertThat(networks.floats("RmsProp0Float", 1).topology().optimizer()).isEqualTo("RMSPROP");
    assertThat(networks.floats("AdamW0Float", 1).topology().optimizer()).isEqualTo("ADAMW");
    assertThat(networks.floats("Adagrad0Float", 1).topology().optimizer()).isEqualTo("ADAGRAD");
  }

  private static List<Field> fields(Object object) {
    List<Field> fields =
        Stream.of(object.getClass().getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .toList();
    fields.forEach(field -> field.setAccessible(true));
    return fields;
  }

  private static long bytes(Object array) {
    long sum = 0;
    for (int i = 0; i < Array.getLength(array); i++) {
      Object entry = Array.get(array, i);
      sum += entry.getClass().isArray() ? bytes(entry) : entry instanceof Float ? 4 : 8;
    }
    return sum;
  }
}
