package io.github.gradsmith.internal.weights;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;

/** Live arrays of a network, in any order, and the tensor as which a file holds them. */
abstract class StoredRows {
  private final String name;
  private final int[] shape;

  /**
   * Names the arrays.
   *
   * @param shape [out, in] of weights, [out] of biases, none at all of a single number
   */
  StoredRows(String name, int... shape) {
    this.name = name;
    this.shape = shape;
  }

  /** The name of the tensor. */
  final String name() {
    return name;
  }

  final int[] shape() {
    return shape.clone();
  }

  final int size() {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  /** A copy of the values. */
  abstract Tensor tensor();

  /** Refuses a tensor of another shape, and numbers that the arrays may not hold. */
  final void requireFit(Tensor tensor) throws WeightsException {
    ParameterTensors.requireShape(tensor, shape);
    requireNumbers(tensor);
  }

  abstract void requireNumbers(Tensor tensor) throws WeightsException;

  /** Takes the values of a tensor that fits. */
  abstract void set(Tensor tensor);

  /** Sets all values to 0. */
  abstract void clear();
}
