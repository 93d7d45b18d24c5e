package io.github.gradsmith.processor.kind.registry;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where in the network's input the numbers stand that a value consists of. */
public final class InputPlaces {
  private final Map<Integer, double[]> known = new HashMap<>();

  private InputPlaces() {}

  /**
   * The places in the order of the value's numbers; none if it is computed from the input, not
   * taken from it.
   */
  public static Optional<int[]> of(NetworkModel model, Value value) {
    InputPlaces places = new InputPlaces();
    int inputs = model.input().numbers();
    places.known.put(Value.INPUT, IntStream.range(0, inputs).asDoubleStream().toArray());
    model.layers().forEach(places::follow);
    return Optional.ofNullable(places.known.get(value.layer()))
        .map(found -> Arrays.stream(found).mapToInt(place -> (int) place).toArray());
  }

  /** What moves numbers without changing them does so with places, too. */
  private void follow(LayerModel layer) {
    boolean isKnown = layer.from().stream().allMatch(value -> known.containsKey(value.layer()));
    boolean moves =
        switch (layer.choice().type()) {
          case SLICE, CONCAT, FLATTEN, TRANSPOSE -> true;
          default -> false;
        };
    if (isKnown && moves) {
      LayerKind kind = LayerKinds.of(layer.choice());
      List<Shape> shapes = layer.from().stream().map(Value::shape).toList();
      List<double[]> inputs = layer.from().stream().map(value -> known.get(value.layer())).toList();
      known.put(layer.number(), kind.evaluate(shapes, inputs, new double[0]));
    }
  }
}
