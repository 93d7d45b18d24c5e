package io.github.gradsmith.internal.weights;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.layout.StripArrays;
import io.github.gradsmith.safetensors.Tensor;
import java.util.Arrays;

/** Live weights in strips of neurons, and the tensor [out, in] as which a file holds them. */
final class StoredStrips {
  private StoredStrips() {}

  static StoredRows of(String name, float[][] strips, int outputs, int inputs) {
    return new StoredRows(name, outputs, inputs) {
      @Override
      Tensor tensor() {
        float[] values = new float[size()];
        StripArrays.copyOut(strips, outputs, inputs, values, 0);
        return Tensor.of(name(), values, shape());
      }

      @Override
      void requireNumbers(Tensor tensor) throws WeightsException {
        FiniteTensors.requireFloats(tensor);
      }

      @Override
      void set(Tensor tensor) {
        StripArrays.copyIn(tensor.toFloats(), 0, strips, outputs, inputs);
      }

      @Override
      void clear() {
        for (float[] strip : strips) {
          Arrays.fill(strip, 0);
        }
      }
    };
  }

  static StoredRows of(String name, double[][] strips, int outputs, int inputs) {
    return new StoredRows(name, outputs, inputs) {
      @Override
      Tensor tensor() {
        double[] values = new double[size()];
        StripArrays.copyOut(strips, outputs, inputs, values, 0);
        return Tensor.of(name(), values, shape());
      }

      @Override
      void requireNumbers(Tensor tensor) throws WeightsException {
        FiniteTensors.requireDoubles(tensor);
      }

      @Override
      void set(Tensor tensor) {
        StripArrays.copyIn(tensor.toDoubles(), 0, strips, outputs, inputs);
      }

      @Override
      void clear() {
        for (double[] strip : strips) {
          Arrays.fill(strip, 0);
        }
      }
    };
  }
}
