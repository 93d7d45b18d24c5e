package io.github.gradsmith.internal.weights;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;

/** Live arrays of floats, and how they are copied to the order of a file and back. */
final class StoredFloats extends StoredRows {
  private final float[][] rows;
  private final WeightLayout layout;

  private StoredFloats(String name, float[][] rows, WeightLayout layout, int... shape) {
    super(name, shape);
    this.rows = rows;
    this.layout = layout;
  }

  /** Weights of shape [outputs, inputs], kept in some order. */
  static StoredRows weights(String name, WeightLayout layout, float[][] weights, int... shape) {
    return new StoredFloats(name, weights, layout, shape);
  }

  /** A single row, such as biases. */
  static StoredRows row(String name, float[] row, int... shape) {
    return new StoredFloats(name, new float[][] {row}, WeightLayout.rows(row.length, 1), shape);
  }

  @Override
  Tensor tensor() {
    float[] values = new float[size()];
    layout.copyOut(rows, values, 0);
    return Tensor.of(name(), values, shape());
  }

  @Override
  void requireNumbers(Tensor tensor) throws WeightsException {
    FiniteTensors.requireFloats(tensor);
  }

  @Override
  void set(Tensor tensor) {
    layout.copyIn(tensor.toFloats(), 0, rows);
  }

  @Override
  void clear() {
    for (float[] row : rows) {
      Arrays.fill(row, 0);
    }
  }
}
