package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;
import java.util.Optional;

/** What a file says of a tensor before its values are read, and what a {@link Tensor} says. */
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
}
