package io.github.gradsmith.processor.onnx;

import java.util.Arrays;

/**
 * A tensor that is part of the model.
 *
 * @param dims its shape
 * @param values row by row
 * @param inFloat whether the model keeps it in single precision or less
 */
record Constant(int[] dims, double[] values, boolean inFloat) implements Value {
  /** A single number that the model keeps as a float. */
  static Constant ofFloat(double value) {
    return new Constant(new int[0], new double[] {value}, true);
  }

  /** Whether it has one element, of whatever shape. */
  boolean isSingle() {
    return values.length == 1;
  }

  /** The element of a single one; of a float the number that is written with the fewest digits. */
  double single() {
    return inFloat ? Double.parseDouble(Float.toString((float) values[0])) : values[0];
  }

  /** One number for each neuron: [n], or [1, n]. */
  boolean isRow(int neurons) {
    return dims.length > 0 && dims[dims.length - 1] == neurons && values.length == neurons;
  }

  /** Whether it has a row for each of some and a column for each of others. */
  boolean isMatrix() {
    return dims.length == 2;
  }

  /** The numbers of a row, one for each neuron, or of a single one that stands for all. */
  double[] row(int neurons) {
    if (values.length == neurons) {
      return values.clone();
    }
    double[] row = new double[neurons];
    Arrays.fill(row, values[0]);
    return row;
  }

  Constant times(double factor) {
    return factor == 1
        ? this
        : new Constant(dims, Arrays.stream(values).map(x -> factor * x).toArray(), inFloat);
  }

  /** Rows and columns of a matrix exchanged. */
  Constant transposed() {
    int rows = dims[0];
    int columns = dims[1];
    double[] turned = new double[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        turned[c * rows + r] = values[r * columns + c];
      }
    }
    return new Constant(new int[] {columns, rows}, turned, inFloat);
  }

  /** The same numbers as a tensor of another shape. */
  Constant shaped(Shape shape) {
    return new Constant(shape.sizes(), values, inFloat);
  }

  String shape() {
    return Arrays.toString(dims);
  }
}
