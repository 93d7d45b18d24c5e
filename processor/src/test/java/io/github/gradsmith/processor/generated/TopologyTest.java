package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Topology;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a generated network says of itself. */
class TopologyTest {
  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    String mixed =
        "layers = {784, 30, 12, 10}, activation = {RELU, TANH, SOFTMAX}, loss = CROSS_ENTROPY";
    networks =
        CompiledNetworks.builder()
            .add("Single", "FloatNetwork", "layers = {784, 30, 10}, activation = SIGMOID")
            .add("Twofold", "DoubleNetwork", mixed)
            .add("Predictor", "FloatPredictor", mixed)
            .add("Small", "DoubleNetwork", "layers = {2, 3, 1}, activation = RELU")
            .add("Wide", "FloatNetwork", "layers = {201, 5000, 3}, activation = TANH")
            .compile();
  }

  @Test
  void ofTheDigitNetwork() {
    FloatNetwork network = networks.floats("Single", 1);
    Topology topology = network.topology();

    assertThat(network.inputSize()).isEqualTo(784);
    assertThat(network.outputSize()).isEqualTo(10);
    assertThat(network.parameterCount()).isEqualTo(23_860);
    assertThat(topology.layers()).containsExactly(784, 30, 10);
    assertThat(topology.activations()).containsExactly("SIGMOID", "SIGMOID");
    assertThat(topology.loss()).isEqualTo("HALF_SQUARED_ERROR");
    assertThat(topology.optimizer()).isEqualTo("SGD");
    assertThat(topology.parameterCount()).isEqualTo(23_860);
    // 23,820 weights, two operations each; the deltas of layer 2 take the 300 of layer 3.
    assertThat(topology.forwardFlops()).isEqualTo(47_640);
    assertThat(topology.trainFlops()).isEqualTo(2 * 47_640 + 600);
    assertThat(topology.parameterBytes()).isEqualTo(4 * 23_860);
    assertThat(topology.optimizerBytes()).isZero();
    assertThat(topology.kernels()).isEqualTo("plain");
  }

  @Test
  void ofADoubleNetworkWithSeveralActivations() {
    Topology topology = networks.doubles("Twofold", 1).topology();

    assertThat(topology.activations()).containsExactly("RELU", "TANH", "SOFTMAX");
    assertThat(topology.loss()).isEqualTo("CROSS_ENTROPY");
    assertThat(topology.parameterCount()).isEqualTo(785 * 30 + 31 * 12 + 13 * 10);
    assertThat(topology.parameterBytes()).isEqualTo(8L * topology.parameterCount());
    assertThat(topology.forwardFlops()).isEqualTo(2 * (784 * 30 + 30 * 12 + 12 * 10));
    assertThat(topology.trainFlops())
        .isEqualTo(2 * topology.forwardFlops() + 2 * (30 * 12 + 12 * 10));
  }

  @Test
  void aPredictorDoesNotTrain() {
    FloatPredictor predictor = networks.create("Predictor", 1, FloatPredictor.class);

    assertThat(predictor.topology().trainFlops()).isZero();
    assertThat(predictor.topology().optimizer()).isEqualTo("NONE");
    assertThat(predictor.topology().forwardFlops())
        .isEqualTo(networks.doubles("Twofold", 1).topology().forwardFlops());
    assertThat(predictor).isNotInstanceOf(FloatNetwork.class);
  }

  /** Working memory is what the replica does not share with its origin. */
  @ParameterizedTest
  @ValueSource(strings = {"Single", "Twofold", "Predictor", "Small", "Wide"})
  void scratchAndParameterBytesAreThoseOfTheArrays(String name) throws Exception {
    Object network = networks.create(name, 1, Object.class);
    Object replica = network.getClass().getMethod("replica").invoke(network);
    Topology topology = (Topology) network.getClass().getMethod("topology").invoke(network);
    long shared = 0;
    long own = 0;
    for (Field field : network.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        long bytes = bytes(field.get(network));
        if (field.get(network) == field.get(replica)) {
          shared += bytes;
        } else {
          own += bytes;
        }
      }
    }

    assertThat(topology.scratchBytes()).isEqualTo(own).isPositive();
    assertThat(topology.parameterBytes()).isEqualTo(shared).isPositive();
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
