package io.github.gradsmith.processor.resolve;

import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.safetensors.TensorInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tensors x and y of a file of test vectors. */
public final class VectorTensors {
  private static final String INPUTS = "x";
  private static final String OUTPUTS = "y";

  private final Map<String, Tensor> tensors;
  private Map<String, TensorInfo> listing;

  VectorTensors(byte[] content) throws IOException {
    tensors = Safetensors.read(new ByteArrayInputStream(content), this::choose).tensors();
  }

  private Set<String> choose(Map<String, String> metadata, Map<String, TensorInfo> found) {
    listing = found;
    return found.keySet().stream()
        .filter(Set.of(INPUTS, OUTPUTS)::contains)
        .collect(Collectors.toSet());
  }

  /** The names of all tensors in the file. */
  public Set<String> names() {
    return listing.keySet();
  }

  /** The inputs, a row for each vector. */
  public Optional<Tensor> x() {
    return Optional.ofNullable(tensors.get(INPUTS));
  }

  /** The outputs that are expected. */
  public Optional<Tensor> y() {
    return Optional.ofNullable(tensors.get(OUTPUTS));
  }

  /** Whether the outputs have 16 bits a number. */
  public boolean isCoarse() {
    return listing.get(OUTPUTS).isHalf();
  }
}
