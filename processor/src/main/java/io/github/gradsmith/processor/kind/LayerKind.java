package io.github.gradsmith.processor.kind;

import io.github.gradsmith.processor.model.LayerParameter;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;

/** What a layer of a kind is and does. Values and parameters are those of one sample, row-major. */
public interface LayerKind {
  /** The shape of what it gives, from the shapes of what it reads. */
  Shape shape(List<Shape> inputs);

  /** What it learns, in the order of the flat array, from the shapes of what it reads. */
  List<LayerParameter> parameters(List<Shape> inputs);

  /**
   * Its result before the activation, computed plainly: what generated code is compared with.
   *
   * @param inputs the values that it reads
   * @param parameters its own, in the order of {@link #parameters}
   */
  double[] evaluate(List<double[]> inputs, double[] parameters);

  /** Operations on floating-point numbers for one sample, before the activation. */
  long flops(List<Shape> inputs);

  /**
   * Whether its delta reaches every element of what it reads; that of a slice does not.
   *
   * @param input which of the values that it reads, from 0
   */
  boolean reachesAll(int input);
}
