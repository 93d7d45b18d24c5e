package io.github.gradsmith.processor.model;

/**
 * The network's input: layer 1.
 *
 * @param name what it is called
 * @param shape its sizes for one sample
 */
public record InputModel(LayerName name, Shape shape) {
  /** The input of a chain. */
  public static InputModel ofChain(int width) {
    return new InputModel(LayerName.ofNumber(Value.INPUT), Shape.of(width));
  }

  /** What it gives. */
  public Value value() {
    return new Value(Value.INPUT, shape);
  }

  /** Numbers of a sample. */
  public int numbers() {
    return Math.toIntExact(shape.numbers());
  }
}
