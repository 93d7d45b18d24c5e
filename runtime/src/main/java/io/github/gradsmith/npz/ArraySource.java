package io.github.gradsmith.npz;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.safetensors.TensorInfo;
import java.util.Optional;

/** An array whose values are somewhere. */
interface ArraySource extends TensorInfo {
  /**
   * The values, by rows.
   *
   * @throws WeightsException if they are damaged, or no numbers
   */
  Tensor read() throws WeightsException;

  /** An array in memory. */
  static ArraySource of(Tensor tensor) {
    return new ArraySource() {
      @Override
      public String name() {
        return tensor.name();
      }

      @Override
      public Optional<String> problem() {
        return Optional.empty();
      }

      @Override
      public boolean isHalf() {
        return false;
      }

      @Override
      public int[] shape() {
        return tensor.shape();
      }

      @Override
      public Tensor read() {
        return tensor;
      }
    };
  }
}
