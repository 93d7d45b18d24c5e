package io.github.gradsmith.processor.validate.files;

import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.MeantLayers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tensor that a network takes from a weight file.
 *
 * @param prefix what its name begins with
 * @param kind what its name ends with, such as {@code weight}
 * @param shape its sizes
 * @param layer what takes it
 * @param place where a fault of it is marked: the prefix, if it is written, or the file
 * @param isStatistic whether it is taken from data, not learnt
 */
record ExpectedTensor(
    String prefix, String kind, Shape shape, LayerModel layer, Place place, boolean isStatistic) {
  /** All that a network takes, in flat order. */
  static List<ExpectedTensor> of(ResolvedNetwork network, MeantLayers layers) {
    Place file = network.declaration().weights().orElseThrow().place();
    List<ExpectedTensor> tensors = new ArrayList<>();
    List<LayerModel> filed = layers.filed();
    for (int i = 0; i < filed.size(); i++) {
      LayerModel layer = filed.get(i);
      int at = i;
      String prefix =
          network
              .declaration()
              .names()
              .map(names -> names.value().get(at).value())
              .orElse(layer.name().prefix());
      Place place =
          network.declaration().names().map(names -> names.value().get(at).place()).orElse(file);
      Stream.concat(
              layer.parameters().stream().map(tensor -> of(prefix, tensor, layer, place, false)),
              layer.statistics().stream().map(tensor -> of(prefix, tensor, layer, place, true)))
          .forEach(tensors::add);
    }
    return tensors;
  }

  private static ExpectedTensor of(
      String prefix, LayerParameter tensor, LayerModel layer, Place place, boolean isStatistic) {
    return new ExpectedTensor(prefix, tensor.name(), tensor.shape(), layer, place, isStatistic);
  }

  String name() {
    return prefix + "." + kind;
  }

  int[] sizes() {
    return shape.sizes().stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many numbers it holds. */
  int count() {
    return shape.sizes().stream().reduce(1, Math::multiplyExact);
  }

  /** Whether it is a bias, which files without biases lack. */
  boolean isBias() {
    return kind.equals("bias");
  }
}
