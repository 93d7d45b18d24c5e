package io.github.gradsmith.processor.validate;

import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a weight file, whatever its format.
 *
 * @param tensors by name, in the order of the file
 * @param metadata texts beside them
 */
record WeightTensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
  private static final String SAFETENSORS = ".safetensors";
  private static final String NPZ = ".npz";

  /** Whether the file's name is that of a format that can be read. */
  static boolean isKnown(String name) {
    return isNpz(name) || name.toLowerCase(Locale.ROOT).endsWith(SAFETENSORS);
  }

  private static boolean isNpz(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(NPZ);
  }

  /**
   * The content of a file of such a name.
   *
   * @throws IOException if it is damaged, or of another form
   */
  static Optional<WeightTensors> of(FoundFile file) throws IOException {
    if (file.content().isEmpty() || !isKnown(file.name())) {
      return Optional.empty();
    }
    ByteArrayInputStream in = new ByteArrayInputStream(file.content().get());
    if (isNpz(file.name())) {
      return Optional.of(new WeightTensors(Npz.read(in).tensors(), Map.of()));
    }
    Safetensors content = Safetensors.read(in);
    return Optional.of(new WeightTensors(content.tensors(), content.metadata()));
  }
}
