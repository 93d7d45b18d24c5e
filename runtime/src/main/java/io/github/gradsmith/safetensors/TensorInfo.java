package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;
import java.util.Optional;

/** What a file says of a tensor, before its values are read. */
public interface TensorInfo {
  /** The name, unique in its file. */
  String name();

  /**
   * Why its values cannot become numbers of a network, as what follows "it": {@code "holds I64
   * numbers"}; nothing if they can.
   */
  Optional<String> problem();

  /** Whether its values have 16 bits each: 3 digits, or 2. */
  boolean isHalf();

  /**
   * The dimensions, outermost first; a copy.
   *
   * @throws WeightsException if its values cannot be read here; the message says what they are and
   *     what to do
   */
  int[] shape() throws WeightsException;

  /** What a tensor in memory says of itself. */
  static TensorInfo of(Tensor tensor) {
    return new TensorInfo() {
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
    };
  }
}
