package io.github.gradsmith;

import java.util.Arrays;

/**
 * One tensor of a network's parameters: its name in files, its shape, and where its values stand
 * among the flat parameters of {@link FloatPredictor#getParameters}. Immutable.
 */
public final class ParameterTensor {
  private final String name;
  private final int[] shape;
  private final int offset;
  private final int size;

  ParameterTensor(String name, int offset, int... shape) {
    this.name = name;
    this.shape = shape;
    this.offset = offset;
    size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  /** The name of its layer, a dot and PyTorch's name: {@code layer2.weight}. */
  public String name() {
    return name;
  }

  /** Values in each dimension, such as [out, in] of weights and [out] of biases; a copy. */
  public int[] shape() {
    return shape.clone();
  }

  /** The index of its first value among the flat parameters; the others follow row by row. */
  public int offset() {
    return offset;
  }

  /** The number of its values, the product of its shape. */
  public int size() {
    return size;
  }

  /**
   * The place of a value in each dimension, such as [row, column].
   *
   * @param parameter the index of the value among the flat parameters
   * @throws IndexOutOfBoundsException if the value belongs to another tensor
   */
  public int[] index(int parameter) {
    if (parameter < offset || parameter - offset >= size) {
      throw new IndexOutOfBoundsException(
          "parameter "
              + parameter
              + " is not of "
              + name
              + ", which has those from "
              + offset
              + " to "
              + (offset + size - 1));
    }
    int[] index = new int[shape.length];
    int rest = parameter - offset;
    for (int dimension = shape.length - 1; dimension >= 0; dimension--) {
      index[dimension] = rest % shape[dimension];
      rest /= shape[dimension];
    }
    return index;
  }

  /** Such as {@code layer2.weight [30, 784]}. */
  @Override
  public String toString() {
    return name + " " + Arrays.toString(shape);
  }
}
