package io.github.gradsmith.processor.onnx.value;

import java.util.Arrays;

/**
 * A tensor that is part of the model.
 *
 * @param dims its shape
 * @param values row by row
 * @param kind what its elements are
 */
public record Constant(int[] dims, double[] values, Kind kind) implements Value {
  /** What elements of a tensor are. */
  public enum Kind {
    /** Single precision or less. */
    FLOAT,
    DOUBLE,
    INTEGER,
    /** Integers that the shape of the input is part of, so that they are of use in shapes only. */
    SIZE;

    public boolean isInteger() {
      return this == INTEGER || this == SIZE;
    }

    /** That of a result of two operands. */
    public Kind joined(Kind other) {
      if (isInteger() && other.isInteger()) {
        return this == SIZE ? this : other;
      }
      return this == FLOAT || other == FLOAT ? FLOAT : DOUBLE;
    }
  }

  /** A single number that the model keeps as a float. */
  public static Constant ofFloat(double value) {
    return new Constant(new int[0], new double[] {value}, Kind.FLOAT);
  }

  /** A row of numbers. */
  public static Constant row(double[] values, Kind kind) {
    return new Constant(new int[] {values.length}, values, kind);
  }

  /** Other numbers in the same places. */
  Constant with(double[] others) {
    return new Constant(dims, others, kind);
  }

  public boolean inFloat() {
    return kind == Kind.FLOAT;
  }

  /** Whether it has one element, of whatever shape. */
  public boolean isSingle() {
    return values.length == 1;
  }

  /** The element of a single one; of a float the number that is written with the fewest digits. */
  public double single() {
    return inFloat() ? Double.parseDouble(Float.toString((float) values[0])) : values[0];
  }

  /** Whether it has a number for each of a sample's, in the same place whatever the sample. */
  public boolean isRowOf(Signal signal) {
    return dims.length > 0
        && values.length == signal.width()
        && Shape.of(dims).withoutLeadingOnes().isTailOf(signal.shape());
  }

  /** One number for each neuron: [n], or [1, n]. */
  public boolean isRow(int neurons) {
    return dims.length > 0 && dims[dims.length - 1] == neurons && values.length == neurons;
  }

  /** Whether it has one dimension or none. */
  public boolean isRow() {
    return dims.length <= 1;
  }

  /** Whether it has a row for each of some and a column for each of others. */
  public boolean isMatrix() {
    return dims.length == 2;
  }

  /** The numbers of a row, one for each neuron, or of a single one that stands for all. */
  public double[] row(int neurons) {
    if (values.length == neurons) {
      return values.clone();
    }
    double[] row = new double[neurons];
    Arrays.fill(row, values[0]);
    return row;
  }

  /** 1 over each number. */
  public Constant reciprocal() {
    return with(Arrays.stream(values).map(x -> 1 / x).toArray());
  }

  /** The same numbers as floats. */
  public Constant asFloat() {
    return new Constant(dims, values, Kind.FLOAT);
  }

  public Constant times(double factor) {
    return factor == 1 ? this : with(Arrays.stream(values).map(x -> factor * x).toArray());
  }

  /** The whole parts of the numbers, as integers. */
  public Constant truncated() {
    double[] whole = Arrays.stream(values).map(x -> (long) x).toArray();
    return new Constant(dims, whole, kind == Kind.SIZE ? kind : Kind.INTEGER);
  }

  /** Rows and columns of a matrix exchanged. */
  public Constant transposed() {
    int rows = dims[0];
    int columns = dims[1];
    double[] turned = new double[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        turned[c * rows + r] = values[r * columns + c];
      }
    }
    return new Constant(new int[] {columns, rows}, turned, kind);
  }

  /** The same numbers as a tensor of another shape. */
  public Constant shaped(Shape shape) {
    return new Constant(shape.sizes(), values, kind);
  }

  public String shape() {
    return Arrays.toString(dims);
  }
}
