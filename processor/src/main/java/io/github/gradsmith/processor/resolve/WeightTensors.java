package io.github.gradsmith.processor.resolve;

import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.processor.model.FoundFile;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.safetensors.TensorInfo;
import io.github.gradsmith.safetensors.TensorSelection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The content of a weight file, whatever its format: what there is first, values when needed. */
public final class WeightTensors {
  private static final String SAFETENSORS = ".safetensors";
  private static final String NPZ = ".npz";

  private final byte[] content;
  private final boolean npz;
  private Map<String, String> metadata;
  private Map<String, TensorInfo> listing;

  private WeightTensors(byte[] content, boolean npz) throws IOException {
    this.content = content;
    this.npz = npz;
    select(
        (texts, tensors) -> {
          metadata = texts;
          listing = tensors;
          return Set.of();
        });
  }

  /** Whether the file's name is that of a format that can be read. */
  public static boolean isKnown(String name) {
    return isNpz(name) || name.toLowerCase(Locale.ROOT).endsWith(SAFETENSORS);
  }

  private static boolean isNpz(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(NPZ);
  }

  /** The content of a file of such a name, if it was found. */
  static Optional<Parsed<WeightTensors>> of(FoundFile file) {
    return file.content()
        .filter(bytes -> isKnown(file.name()))
        .map(bytes -> Parsed.by(() -> new WeightTensors(bytes, isNpz(file.name()))));
  }

  /** Texts beside the tensors. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** What the file says of its tensors, by name, in its order. */
  public Map<String, TensorInfo> listing() {
    return listing;
  }

  /**
   * The tensors of these names.
   *
   * @throws IOException if one of them is damaged
   */
  public Map<String, Tensor> read(Set<String> names) throws IOException {
    return select((texts, tensors) -> names);
  }

  private Map<String, Tensor> select(TensorSelection selection) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(content);
    return npz ? Npz.read(in).tensors(selection) : Safetensors.read(in, selection).tensors();
  }
}
