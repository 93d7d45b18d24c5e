package io.github.gradsmith.processor.random;

/** Parameters of a network, layer by layer weights [out][in] before biases, by their places. */
final class LayerArrays {
  private final NetworkDescription network;
  private final double[] values;

  LayerArrays(NetworkDescription network, double[] values) {
    this.network = network;
    this.values = values;
  }

  /** All 0. */
  LayerArrays(NetworkDescription network) {
    this(network, new double[start(network, network.depth() + 1)]);
  }

  double[] values() {
    return values;
  }

  double weight(int l, int neuron, int input) {
    return values[weightIndex(l, neuron, input)];
  }

  void setWeight(int l, int neuron, int input, double value) {
    values[weightIndex(l, neuron, input)] = value;
  }

  double bias(int l, int neuron) {
    return values[biasIndex(l, neuron)];
  }

  void setBias(int l, int neuron, double value) {
    values[biasIndex(l, neuron)] = value;
  }

  private int weightIndex(int l, int neuron, int input) {
    return start(network, l) + neuron * network.widths().get(l - 1) + input;
  }

  private int biasIndex(int l, int neuron) {
    return start(network, l) + network.widths().get(l) * network.widths().get(l - 1) + neuron;
  }

  private static int start(NetworkDescription network, int l) {
    int start = 0;
    for (int before = 1; before < l; before++) {
      start += network.widths().get(before) * (network.widths().get(before - 1) + 1);
    }
    return start;
  }
}
