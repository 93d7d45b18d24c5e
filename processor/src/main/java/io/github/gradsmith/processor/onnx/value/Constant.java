package io.github.gradsmith.processor.onnx.value;

import java.util.Arrays;

/**
 * A tensor that is part of the model.
 *
 * @param dims its shape
 * @param numbers its elements
 * @param kind what they are
 */
public record Constant(int[] dims, Numbers numbers, Kind kind) implements Value {
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

  /** Of elements in an array, row by row. */
  public Constant(int[] dims, double[] values, Kind kind) {
    this(dims, new DecodedNumbers(values), kind);
  }

  /** The elements, row by row; not to be changed. They may be decoded for each call. */
  public double[] values() {
    return numbers.values();
  }

  /** How many elements there are. */
  public int count() {
    return numbers.count();
  }

  /** One element, counted row by row. */
  public double at(int index) {
    return numbers.at(index);
  }

  /** The elements in an array of their own. */
  public double[] toArray() {
    double[] array = new double[count()];
    copyTo(array, 0);
    return array;
  }

  /** Puts the elements into an array from an index on. */
  public void copyTo(double[] target, int at) {
    numbers.copyTo(target, at);
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
  public Constant with(double[] others) {
    return new Constant(dims, others, kind);
  }

  public boolean inFloat() {
    return kind == Kind.FLOAT;
  }

  /** Whether it has one element, of whatever shape. */
  public boolean isSingle() {
    return count() == 1;
  }

  /** The element of a single one; of a float the number that is written with the fewest digits. */
  public double single() {
    double value = at(0);
    return inFloat() ? Double.parseDouble(Float.toString((float) value)) : value;
  }

  /** Whether it has a number for each of a sample's, in the same place whatever the sample. */
  public boolean isRowOf(Signal signal) {
    return dims.length > 0
        && count() == signal.width()
        && Shape.of(dims).withoutLeadingOnes().isTailOf(signal.shape());
  }

  /** One number for each neuron: [n], or [1, n]. */
  public boolean isRow(int neurons) {
    return dims.length > 0 && dims[dims.length - 1] == neurons && count() == neurons;
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
    double[] row = new double[neurons];
    if (count() == neurons) {
      copyTo(row, 0);
    } else {
      Arrays.fill(row, at(0));
    }
    return row;
  }

  /** 1 over each number. */
  public Constant reciprocal() {
    return with(Arrays.stream(values()).map(x -> 1 / x).toArray());
  }

  /** The same numbers as floats. */
  public Constant asFloat() {
    return new Constant(dims, numbers, Kind.FLOAT);
  }

  public Constant times(double factor) {
    return factor == 1 ? this : with(Arrays.stream(values()).map(x -> factor * x).toArray());
  }

  /** The whole parts of the numbers, as integers. */
  public Constant truncated() {
    double[] whole = Arrays.stream(values()).map(x -> (long) x).toArray();
    return new Constant(dims, whole, kind == Kind.SIZE ? kind : Kind.INTEGER);
  }

  /** Rows and columns of a matrix exchanged. */
  public Constant transposed() {
    int[] turned = {dims[1], dims[0]};
    return new Constant(turned, numbers.transposed(dims[0], dims[1]), kind);
  }

  /** The same numbers as a tensor of another shape. */
  public Constant shaped(Shape shape) {
    return new Constant(shape.sizes(), numbers, kind);
  }

  public String shape() {
    return Arrays.toString(dims);
  }
}
