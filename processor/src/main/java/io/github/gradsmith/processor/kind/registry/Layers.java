package io.github.gradsmith.processor.kind.registry;

import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LayerName;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import java.util.List;

/** Makes layers, with the shapes and parameters that their kinds give them. */
public final class Layers {
  private Layers() {}

  /**
   * A layer that reads {@code from}.
   *
   * @param number its number; the first layer after the input is 2
   */
  public static LayerModel of(int number, LayerChoice choice, List<Value> from) {
    return of(number, LayerName.ofNumber(number), choice, from);
  }

  /** The same with a name of its own. */
  public static LayerModel of(int number, LayerName name, LayerChoice choice, List<Value> from) {
    List<Shape> inputs = from.stream().map(Value::shape).toList();
    LayerKind kind = LayerKinds.of(choice);
    return new LayerModel(
        number,
        name,
        choice,
        from,
        kind.shape(inputs),
        kind.parameters(inputs),
        kind.statistics(inputs),
        kind.flops(inputs));
  }

  /** A dense layer that reads the row of the layer before it, as those of a chain do. */
  public static LayerModel dense(
      int number, int inputs, int outputs, ActivationChoice activation, Initializer initializer) {
    return of(
        number,
        new LayerChoice.Dense(outputs, true, activation, initializer),
        List.of(new Value(number - 1, Shape.of(inputs))));
  }
}
