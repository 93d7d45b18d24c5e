package io.github.gradsmith.processor.onnx.graph;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of layers from what a model calls their weights. */
final class Names {
  private static final Set<String> ENDS =
      Set.of("weight", "weights", "kernel", "w", "matmul", "gemm", "readvariableop", "embeddings");

  /** What names of tensors in files begin with for other reasons. */
  private static final Set<String> TAKEN =
      Set.of("optimizer", "training", "features", "targets", "dropout");

  private Names() {}

  /** {@code encoder_hidden} of {@code encoder.hidden.weight}; nothing if no name is left. */
  static Optional<String> ofWeights(String tensor) {
    String[] parts = tensor.split("[^\\p{L}\\p{N}_$]+");
    int end = parts.length;
    while (end > 1 && ENDS.contains(parts[end - 1].toLowerCase(Locale.ROOT))) {
      end--;
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < end; i++) {
      if (!parts[i].isEmpty()) {
        name.append(name.isEmpty() ? "" : "_").append(parts[i]);
      }
    }
    return Optional.of(name.toString()).filter(Names::isName);
  }

  static boolean isName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SourceVersion.isIdentifier(name)
        && name.chars().allMatch(c -> c < 128 && c != '$')
        && name.chars().anyMatch(c -> c != '_')
        && !TAKEN.contains(lower)
        && !lower.matches("layer\\d+");
  }
}
