package io.github.gradsmith.safetensors;

import java.util.Arrays;
import java.util.Optional;

/** A named array of numbers with a shape, the last dimension running fastest. Immutable. */
public final class Tensor implements TensorInfo {
  private final String name;
  private final int[] shape;
  private final float[] floats;
  private final double[] doubles;

  private Tensor(String name, int[] shape, float[] floats, double[] doubles) {
    this.name = name;
    this.shape = shape.clone();
    this.floats = floats;
    this.doubles = doubles;
  }

  /**
   * A tensor of type {@link DataType#F32}; no dimension at all means a single number.
   *
   * @throws IllegalArgumentException if the shape does not hold as many values
   */
  public static Tensor of(String name, float[] values, int... shape) {
    return owning(name, values.clone(), shape);
  }

  /**
   * A tensor of type {@link DataType#F64}; no dimension at all means a single number.
   *
   * @throws IllegalArgumentException if the shape does not hold as many values
   */
  public static Tensor of(String name, double[] values, int... shape) {
    return owning(name, values.clone(), shape);
  }

  /** As {@link #of(String, float[], int...)}, of values that nobody else changes. */
  static Tensor owning(String name, float[] values, int... shape) {
    requireFit(name, values.length, shape);
    return new Tensor(name, shape, values, null);
  }

  /** As {@link #of(String, double[], int...)}, of values that nobody else changes. */
  static Tensor owning(String name, double[] values, int... shape) {
    requireFit(name, values.length, shape);
    return new Tensor(name, shape, null, values);
  }

  /** The name, unique in its file. */
  @Override
  public String name() {
    return name;
  }

  /** How the values are stored. */
  public DataType dataType() {
    return floats != null ? DataType.F32 : DataType.F64;
  }

  /** Nothing: its values are numbers. */
  @Override
  public Optional<String> problem() {
    return Optional.empty();
  }

  /** False: its values have 32 or 64 bits each. */
  @Override
  public boolean isHalf() {
    return false;
  }

  /** The dimensions, outermost first; a copy. */
  @Override
  public int[] shape() {
    return shape.clone();
  }

  /** The number of values. */
  public int size() {
    return floats != null ? floats.length : doubles.length;
  }

  /** The values, rounded to the nearest {@code float} if they are stored as doubles; a copy. */
  public float[] toFloats() {
    if (floats != null) {
      return floats.clone();
    }
    float[] values = new float[doubles.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) doubles[i];
    }
    return values;
  }

  /** The values; a copy. */
  public double[] toDoubles() {
    if (doubles != null) {
      return doubles.clone();
    }
    double[] values = new double[floats.length];
    copyTo(values, 0);
    return values;
  }

  /**
   * Puts the values into an array.
   *
   * @param target has {@link #size()} elements from {@code at} on
   * @throws ArrayIndexOutOfBoundsException if it has fewer
   */
  public void copyTo(double[] target, int at) {
    if (doubles != null) {
      System.arraycopy(doubles, 0, target, at, doubles.length);
      return;
    }
    for (int i = 0; i < floats.length; i++) {
      target[at + i] = floats[i];
    }
  }

  /** The bits of one value as they stand in a file. */
  long bits(int index) {
    return floats != null
        ? Float.floatToRawIntBits(floats[index])
        : Double.doubleToRawLongBits(doubles[index]);
  }

  @Override
  public String toString() {
    return name + " " + dataType() + " " + Arrays.toString(shape);
  }

  private static void requireFit(String name, int count, int[] shape) {
    long product = 1;
    for (int dimension : shape) {
      if (dimension < 0 || product * dimension > Integer.MAX_VALUE) {
        product = -1;
        break;
      }
      product *= dimension;
    }
    if (product != count) {
      throw new IllegalArgumentException(
          "tensor "
              + name
              + " has "
              + count
              + " values, which do not fit the shape "
              + Arrays.toString(shape));
    }
  }
}
