package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the tensors of a file that are read. It sees names, types and shapes first, so that
 * nothing is read of a file that does not fit, and no memory is taken for tensors that nobody
 * needs.
 */
@FunctionalInterface
public interface TensorSelection {
  /** All tensors, however large. */
  TensorSelection ALL = (metadata, tensors) -> tensors.keySet();

  /**
   * The names of the tensors to read.
   *
   * @param metadata texts beside the tensors; none where the format has none
   * @param tensors by name, in the order of the file
   * @throws WeightsException if the file does not fit
   */
  Set<String> choose(Map<String, String> metadata, Map<String, TensorInfo> tensors)
      throws WeightsException;
}
