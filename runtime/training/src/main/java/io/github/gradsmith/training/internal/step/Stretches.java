package io.github.gradsmith.training.internal.step;

import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.TopologyLayer;
import java.util.List;

/** Where the parameters of each layer are, as stretches of the flat array. */
final class Stretches {
  private final int[] first;
  private final int[] starts;
  private final int[] ends;

  Stretches(List<TopologyLayer> layers) {
    List<ParameterTensor> all = layers.stream().flatMap(l -> l.parameters().stream()).toList();
    starts = all.stream().mapToInt(ParameterTensor::offset).toArray();
    ends = all.stream().mapToInt(tensor -> tensor.offset() + tensor.size()).toArray();
    first = new int[layers.size() + 1];
    for (int l = 0; l < layers.size(); l++) {
      first[l + 1] = first[l] + layers.get(l).parameters().size();
    }
  }

  /** The layers of a network that have parameters. */
  static List<TopologyLayer> weighted(Topology topology) {
    return topology.layers().stream().filter(layer -> !layer.parameters().isEmpty()).toList();
  }

  int layers() {
    return first.length - 1;
  }

  /** The number of a layer's first stretch; that of the layer behind the last is their count. */
  int first(int layer) {
    return first[layer];
  }

  int start(int stretch) {
    return starts[stretch];
  }

  int end(int stretch) {
    return ends[stretch];
  }
}
