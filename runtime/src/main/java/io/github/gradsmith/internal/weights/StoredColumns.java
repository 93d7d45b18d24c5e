package io.github.gradsmith.internal.weights;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.layout.ColumnArrays;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;

/**
 * Live weights [in][out], a row for each input, and the tensor [out, in] as which a file holds
 * them.
 */
final class StoredColumns {
  private StoredColumns() {}

  static StoredRows of(String name, float[][] rows) {
    return new StoredRows(name, rows[0].length, rows.length) {
      @Override
      Tensor tensor() {
        float[] values = new float[size()];
        ColumnArrays.copyOut(rows, values, 0);
        return Tensor.of(name(), values, shape());
      }

      @Override
      void requireNumbers(Tensor tensor) throws WeightsException {
        FiniteTensors.requireFloats(tensor);
      }

      @Override
      void set(Tensor tensor) {
        ColumnArrays.copyIn(tensor.toFloats(), 0, rows);
      }

      @Override
      void clear() {
        for (float[] row : rows) {
          Arrays.fill(row, 0);
        }
      }
    };
  }

  static StoredRows of(String name, double[][] rows) {
    return new StoredRows(name, rows[0].length, rows.length) {
      @Override
      Tensor tensor() {
        double[] values = new double[size()];
        ColumnArrays.copyOut(rows, values, 0);
        return Tensor.of(name(), values, shape());
      }

      @Override
      void requireNumbers(Tensor tensor) throws WeightsException {
        FiniteTensors.requireDoubles(tensor);
      }

      @Override
      void set(Tensor tensor) {
        ColumnArrays.copyIn(tensor.toDoubles(), 0, rows);
      }

      @Override
      void clear() {
        for (double[] row : rows) {
          Arrays.fill(row, 0);
        }
      }
    };
  }
}
