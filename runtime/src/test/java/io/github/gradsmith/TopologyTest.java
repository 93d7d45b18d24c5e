package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopologyTest {
  private final int[] layers = {784, 30, 10};
  private final Topology topology =
      Topology.builder()
          .layers(layers)
          .activations("SIGMOID", "SOFTMAX")
          .loss("CROSS_ENTROPY")
          .optimizer("SGD")
          .parameterCount(23_860)
          .forwardFlops(1)
          .trainFlops(2)
          .parameterBytes(3)
          .scratchBytes(4)
          .optimizerBytes(5)
          .kernels("plain")
          .build();

  @Test
  void answersWhatTheBuilderWasGiven() {
    assertThat(topology.layers()).containsExactly(784, 30, 10);
    assertThat(topology.activations()).containsExactly("SIGMOID", "SOFTMAX");
    assertThat(topology.loss()).isEqualTo("CROSS_ENTROPY");
    assertThat(topology.optimizer()).isEqualTo("SGD");
    assertThat(topology.parameterCount()).isEqualTo(23_860);
    assertThat(topology.forwardFlops()).isEqualTo(1);
    assertThat(topology.trainFlops()).isEqualTo(2);
    assertThat(topology.parameterBytes()).isEqualTo(3);
    assertThat(topology.scratchBytes()).isEqualTo(4);
    assertThat(topology.optimizerBytes()).isEqualTo(5);
    assertThat(topology.kernels()).isEqualTo("plain");
    assertThat(topology).hasToString("784-30-10, SIGMOID SOFTMAX, CROSS_ENTROPY, 23860 parameters");
  }

  @Test
  void cannotBeChangedThroughItsArrays() {
    layers[0] = 1;
    topology.layers()[1] = 1;
    assertThat(topology.layers()).containsExactly(784, 30, 10);
  }
}
