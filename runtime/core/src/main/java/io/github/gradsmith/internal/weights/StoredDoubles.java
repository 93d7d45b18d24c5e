package io.github.gradsmith.internal.weights;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;

/** Live arrays of doubles, and how they are copied to the order of a file and back. */
final class StoredDoubles extends StoredRows {
  private final double[][] rows;
  private final WeightLayout layout;

  private StoredDoubles(String name, double[][] rows, WeightLayout layout, int... shape) {
    super(name, shape);
    this.rows = rows;
    this.layout = layout;
  }

  /** Weights of shape [outputs, inputs], kept in some order. */
  static StoredRows weights(String name, WeightLayout layout, double[][] weights, int... shape) {
    return new StoredDoubles(name, weights, layout, shape);
  }

  /** A single row, such as biases. */
  static StoredRows row(String name, double[] row, int... shape) {
    return new StoredDoubles(name, new double[][] {row}, WeightLayout.rows(row.length, 1), shape);
  }

  @Override
  Tensor tensor() {
    double[] values = new double[size()];
    layout.copyOut(rows, values, 0);
    return Tensor.of(name(), values, shape());
  }

  @Override
  void requireNumbers(Tensor tensor) throws WeightsException {
    FiniteTensors.requireDoubles(tensor);
  }

  @Override
  void set(Tensor tensor) {
    layout.copyIn(tensor.toDoubles(), 0, rows);
  }

  @Override
  void clear() {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }
}
