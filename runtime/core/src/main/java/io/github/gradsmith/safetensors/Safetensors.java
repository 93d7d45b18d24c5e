package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.file.AtomicFile;
import io.github.gradsmith.internal.file.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of a safetensors file: tensors by name and a map of texts, both in the order of the
 * file. Immutable.
 *
 * <p>A file is the length of its header (8 bytes, little-endian), the header (a JSON object in
 * UTF-8) and the values of all tensors without a gap. What deviates from that is refused: a header
 * above 100 MB or beyond the end of the file, a name given twice, a range that does not match its
 * shape, that overlaps another one or leaves a hole, and bytes after the last tensor. Values of
 * type {@code F32}, {@code F64} or, exactly widened to {@code float}, {@code F16} and {@code BF16}
 * are read; a tensor of another type can stand in a file as long as it is not asked for. Memory is
 * taken as bytes arrive, never for a length that is merely claimed.
 */
public final class Safetensors {
  static final String METADATA = "__metadata__";

  private final Map<String, String> metadata;
  private final Map<String, Tensor> tensors;

  /**
   * The content of a file to be written.
   *
   * @throws IllegalArgumentException if a name is used twice or is the format's own {@code
   *     __metadata__}
   */
  public Safetensors(Map<String, String> metadata, List<Tensor> tensors) {
    this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    Map<String, Tensor> byName = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      if (tensor.name().equals(METADATA) || byName.put(tensor.name(), tensor) != null) {
        throw new IllegalArgumentException("the name " + tensor.name() + " is already taken");
      }
    }
    this.tensors = Collections.unmodifiableMap(byName);
  }

  /**
   * Reads a whole file.
   *
   * @throws WeightsException if it is not a safetensors file of this form; the message names it
   */
  public static Safetensors read(Path file) throws IOException {
    try (InputStream in = InputFile.open(file)) {
      return read(in);
    } catch (WeightsException e) {
      throw new WeightsException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a stream to its end and does not close it.
   *
   * @throws WeightsException if it is not a safetensors file of this form
   */
  public static Safetensors read(InputStream in) throws IOException {
    return read(in, TensorSelection.ALL);
  }

  /**
   * Reads a stream to its end and keeps those tensors that a selection chooses, in the order of the
   * file. Nothing but the header is read if the selection refuses it, and memory is taken for the
   * header and the chosen tensors alone. The stream is not closed.
   *
   * @throws WeightsException if it is not a safetensors file of this form, or by the selection
   */
  public static Safetensors read(InputStream in, TensorSelection selection) throws IOException {
    return new FileReader(in).read(selection);
  }

  /**
   * Writes a file, or replaces it in one step: whoever reads it meanwhile sees the old content or
   * the new one, and a failure leaves the old one in place.
   */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, this::write);
  }

  /** Writes to a stream, which is neither buffered further nor closed. */
  public void write(OutputStream out) throws IOException {
    new FileWriter(out).write(this);
  }

  /** Texts beside the tensors. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** The tensors by name. */
  public Map<String, Tensor> tensors() {
    return tensors;
  }

  /**
   * The tensor of that name.
   *
   * @throws WeightsException if there is none
   */
  public Tensor tensor(String name) throws WeightsException {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw missing(name, tensors.keySet());
    }
    return tensor;
  }

  static WeightsException missing(String name, Set<String> found) {
    return new WeightsException("tensor " + name + " is missing, found " + found);
  }
}
