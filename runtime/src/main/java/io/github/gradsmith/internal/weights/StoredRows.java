package io.github.gradsmith.internal.weights;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;

/** Live arrays of a network and the tensor as which a file holds them. */
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

  static StoredRows of(String name, float[][] rows, int... shape) {
    return new StoredRows(name, shape) {
      @Override
      Tensor tensor() {
        float[] values = new float[size()];
        for (int i = 0; i < rows.length; i++) {
          System.arraycopy(rows[i], 0, values, i * rows[i].length, rows[i].length);
        }
        return Tensor.of(name(), values, shape);
      }

      @Override
      void requireNumbers(Tensor tensor) throws WeightsException {
        FiniteTensors.requireFloats(tensor);
      }

      @Override
      void set(Tensor tensor) {
        float[] values = tensor.toFloats();
        for (int i = 0; i < rows.length; i++) {
          System.arraycopy(values, i * rows[i].length, rows[i], 0, rows[i].length);
        }
      }

      @Override
      void clear() {
        for (float[] row : rows) {
          Arrays.fill(row, 0);
        }
      }
    };
  }

  static StoredRows of(String name, double[][] rows, int... shape) {
    return new StoredRows(name, shape) {
      @Override
      Tensor tensor() {
        double[] values = new double[size()];
        for (int i = 0; i < rows.length; i++) {
          System.arraycopy(rows[i], 0, values, i * rows[i].length, rows[i].length);
        }
        return Tensor.of(name(), values, shape);
      }

      @Override
      void requireNumbers(Tensor tensor) throws WeightsException {
        FiniteTensors.requireDoubles(tensor);
      }

      @Override
      void set(Tensor tensor) {
        double[] values = tensor.toDoubles();
        for (int i = 0; i < rows.length; i++) {
          System.arraycopy(values, i * rows[i].length, rows[i], 0, rows[i].length);
        }
      }

      @Override
      void clear() {
        for (double[] row : rows) {
          Arrays.fill(row, 0);
        }
      }
    };
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
