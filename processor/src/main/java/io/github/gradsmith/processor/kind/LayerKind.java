package io.github.gradsmith.processor.kind;

import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** What a layer of a kind means. Values and parameters are those of one sample, row-major. */
public interface LayerKind {
  /** What it takes instead, if it does not take {@code inputs}. */
  default Optional<Refusal> refusal(List<Shape> inputs) {
    return Optional.empty();
  }

  /** The shape of what it gives, from the shapes of what it reads. */
  Shape shape(List<Shape> inputs);

  /** What it learns, in the order of the flat array, from the shapes of what it reads. */
  List<LayerParameter> parameters(List<Shape> inputs);

  /** What it takes from data instead of learning it. */
  default List<LayerParameter> statistics(List<Shape> inputs) {
    return List.of();
  }

  /**
   * Its result before the activation, computed plainly: what generated code is compared with.
   *
   * @param shapes of the values that it reads
   * @param inputs these values
   * @param parameters its own, in the order of {@link #parameters}, then its {@link #statistics}
   */
  double[] evaluate(List<Shape> shapes, List<double[]> inputs, double[] parameters);

  /** Operations on floating-point numbers for one sample, before the activation. */
  long flops(List<Shape> inputs);

  /**
   * Whether its delta reaches every element of what it reads; that of a slice does not.
   *
   * @param input which of the values that it reads, from 0
   */
  default boolean reachesAll(int input, List<Shape> inputs) {
    return true;
  }
}
