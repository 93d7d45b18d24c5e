package io.github.gradsmith.processor.model;

import io.github.gradsmith.Initializer;
import java.util.List;

/**
 * A layer after the input, always valid.
 *
 * @param number its number as the lecture counts: the input is layer 1, so 2 is the first
 * @param name what it is called
 * @param choice its kind
 * @param from the values that it reads, in its own order; a layer of a chain reads the one before
 * @param shape of the value that it gives
 * @param parameters what it learns, in the order of the flat array
 * @param statistics what it takes from data instead
 * @param flops operations on floating-point numbers for one sample
 */
public record LayerModel(
    int number,
    LayerName name,
    LayerChoice choice,
    List<Value> from,
    Shape shape,
    List<LayerParameter> parameters,
    List<LayerParameter> statistics,
    long flops) {
  public LayerModel {
    from = List.copyOf(from);
    parameters = List.copyOf(parameters);
    statistics = List.copyOf(statistics);
  }

  /** Numbers that it reads. */
  public int inputs() {
    long numbers = 0;
    for (Value value : from) {
      numbers += value.shape().numbers();
    }
    return Math.toIntExact(numbers);
  }

  /** Numbers that it gives: its neurons. */
  public int outputs() {
    return Math.toIntExact(shape.numbers());
  }

  /** Numbers that it learns. */
  public long parameterCount() {
    return parameters.stream().mapToLong(parameter -> parameter.shape().numbers()).sum();
  }

  /** What it gives. */
  public Value value() {
    return new Value(number, shape, !parameters.isEmpty() || readsLearnt());
  }

  public ActivationChoice activation() {
    return choice.activation();
  }

  public Initializer initializer() {
    return choice.initializer();
  }

  /** Whether it reads the value of that number. */
  public boolean reads(int value) {
    return from.stream().anyMatch(read -> read.layer() == value);
  }

  /** Whether it reads anything that is learnt, so that its deltas go back. */
  public boolean readsLearnt() {
    return from.stream().anyMatch(Value::isLearnt);
  }
}
