package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.internal.math.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
  private final int[] layers = {784, 30, 10};
  private final Topology topology =
      Topology.builder()
          .layers(layers)
          .activations("SIGMOID", "SOFTMAX")
          .loss("CROSS_ENTROPY")
          .optimizer("SGD")
          .forwardFlops(1)
          .trainFlops(2)
          .parameterBytes(3)
          .scratchBytes(4)
          .optimizerBytes(5)
          .heapBytes(6)
          .largestMethodBytes(7)
          .loopShapes("row by row", "unrolled")
          .kernels("plain")
          .build();

  @Test
  void answersWhatTheBuilderWasGiven() {
    assertThat(topology.widths()).containsExactly(784, 30, 10);
    assertThat(topology.activations()).containsExactly("SIGMOID", "SOFTMAX");
    assertThat(topology.loss()).isEqualTo("CROSS_ENTROPY");
    assertThat(topology.optimizer()).isEqualTo("SGD");
    assertThat(topology.parameterCount()).isEqualTo(23_860);
    assertThat(topology.kernels()).isEqualTo("plain");
    assertThat(topology).hasToString("784-30-10, SIGMOID SOFTMAX, CROSS_ENTROPY, 23860 parameters");
  }

  @Test
  void costIsWhatTheBuilderWasGiven() {
    NetworkCost cost = topology.cost();
    assertThat(cost.forwardFlops()).isEqualTo(1);
    assertThat(cost.trainFlops()).isEqualTo(2);
    assertThat(cost.parameterBytes()).isEqualTo(3);
    assertThat(cost.scratchBytes()).isEqualTo(4);
    assertThat(cost.optimizerBytes()).isEqualTo(5);
    assertThat(cost.heapBytes()).isEqualTo(6);
    assertThat(cost.largestMethodBytes()).isEqualTo(7);
    assertThat(cost.loopShapes()).containsExactly("row by row", "unrolled");
    assertThat(cost).hasToString("1 operations forward, 2 to train, 6 bytes on the heap");
  }

  @Test
  void layersFormAChain() {
    assertThat(topology.layers())
        .extracting(TopologyLayer::toString)
        .containsExactly(
            "layer1 INPUT [784] IDENTITY",
            "layer2 DENSE [30] SIGMOID",
            "layer3 DENSE [10] SOFTMAX");
    assertThat(topology.layers())
        .extracting(TopologyLayer::from)
        .containsExactly(List.of(), List.of("layer1"), List.of("layer2"));
    TopologyLayer hidden = topology.layers().get(1);
    assertThat(hidden.name()).isEqualTo("layer2");
    assertThat(hidden.kind()).isEqualTo("DENSE");
    assertThat(hidden.activation()).isEqualTo("SIGMOID");
    assertThat(hidden.shape()).containsExactly(30);
    assertThat(topology.layers().get(0).parameters()).isEmpty();
  }

  @Test
  void parametersStandLayerByLayerWeightsBeforeBiases() {
    assertThat(topology.parameters())
        .extracting(ParameterTensor::toString)
        .containsExactly(
            "layer2.weight [30, 784]",
            "layer2.bias [30]",
            "layer3.weight [10, 30]",
            "layer3.bias [10]");
    assertThat(topology.parameters())
        .extracting(ParameterTensor::offset)
        .containsExactly(0, 23_520, 23_550, 23_850);
    assertThat(topology.parameters())
        .extracting(ParameterTensor::size)
        .containsExactly(23_520, 30, 300, 10);
    assertThat(topology.layers().get(2).parameters())
        .isEqualTo(topology.parameters().subList(2, 4));
  }

  /** Every value has one tensor and one place, counted here neuron by neuron. */
  @Test
  void everyParameterHasItsPlace() {
    SeededRandom random = new SeededRandom(16);
    for (int network = 0; network < 20; network++) {
      int[] widths = new int[2 + random.nextInt(4)];
      String[] activations = new String[widths.length - 1];
      Arrays.setAll(widths, i -> 1 + random.nextInt(9));
      Arrays.fill(activations, "TANH");
      Topology chain = Topology.builder().layers(widths).activations(activations).build();
      List<String> places = new ArrayList<>();
      for (int i = 0; i < chain.parameterCount(); i++) {
        ParameterTensor tensor = chain.parameter(i);
        places.add(tensor.name() + Arrays.toString(tensor.index(i)));
      }
      assertThat(places).as(chain.toString()).isEqualTo(places(widths));
    }
  }

  private static List<String> places(int[] widths) {
    List<String> places = new ArrayList<>();
    for (int l = 2; l <= widths.length; l++) {
      for (int j = 0; j < widths[l - 1]; j++) {
        for (int i = 0; i < widths[l - 2]; i++) {
          places.add("layer" + l + ".weight[" + j + ", " + i + "]");
        }
      }
      for (int j = 0; j < widths[l - 1]; j++) {
        places.add("layer" + l + ".bias[" + j + "]");
      }
    }
    return places;
  }

  @Test
  void noOtherParametersThanThese() {
    assertThatThrownBy(() -> topology.parameter(23_860))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> topology.parameter(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    ParameterTensor bias = topology.parameters().get(1);
    for (int other : new int[] {23_519, 23_550}) {
      assertThatThrownBy(() -> bias.index(other))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage(
              "parameter " + other + " is not of layer2.bias, which has those from 23520 to 23549");
    }
    assertThat(bias.index(23_549)).containsExactly(29);
  }

  @Test
  void cannotBeChangedThroughItsArrays() {
    layers[0] = 1;
    topology.widths()[1] = 1;
    topology.layers().get(0).shape()[0] = 1;
    topology.parameters().get(0).shape()[0] = 1;
    assertThat(topology.widths()).containsExactly(784, 30, 10);
    assertThat(topology.parameters().get(0).shape()).containsExactly(30, 784);
    assertThatThrownBy(() -> topology.layers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> topology.parameters().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
