package io.github.gradsmith.processor.kernel.baked;

import io.github.gradsmith.internal.weights.CompiledWeights;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parameters that are compiled in, as bytes. */
public final class WeightResource {
  /**
   * More of them are a resource: as texts they stay in memory, a third longer, as long as their
   * class is loaded.
   */
  static final int MOST_IN_CLASS = 4 << 20;

  private WeightResource() {}

  static long size(NetworkModel model) {
    return (long) model.weights().orElseThrow().parameters().length
        * new ElementType(model.precision()).bytes();
  }

  static byte[] of(double[] numbers, ElementType scalar) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, scalar.bytes()));
    put(numbers, scalar, bytes.order(ByteOrder.LITTLE_ENDIAN));
    return bytes.array();
  }

  private static void put(double[] numbers, ElementType scalar, ByteBuffer bytes) {
    for (double number : numbers) {
      if (scalar.isFloat()) {
        bytes.putFloat((float) number);
      } else {
        bytes.putDouble(number);
      }
    }
  }

  /** The content of the resource that holds them, if they are too many for a class. */
  public static Optional<byte[]> resource(NetworkModel model) {
    if (model.weights().isEmpty() || WeightConstants.fit(model)) {
      return Optional.empty();
    }
    List<LayerModel> layers = model.layers();
    int[] widths =
        IntStream.concat(
                IntStream.of(layers.get(0).inputs()), layers.stream().mapToInt(LayerModel::outputs))
            .toArray();
    List<String> activations = layers.stream().map(layer -> layer.activation().text()).toList();
    String topology = CompiledWeights.topologyText(widths, activations);
    double[] numbers = model.weights().get().parameters();
    ElementType scalar = new ElementType(model.precision());
    int size = Math.multiplyExact(numbers.length, scalar.bytes());
    return Optional.of(
        CompiledWeights.resource(topology, size, bytes -> put(numbers, scalar, bytes)));
  }
}
