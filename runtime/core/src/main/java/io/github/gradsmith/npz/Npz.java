package io.github.gradsmith.npz;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.file.AtomicFile;
import io.github.gradsmith.internal.file.ForeignFormat;
import io.github.gradsmith.internal.file.InputFile;
import io.github.gradsmith.internal.weights.FiniteTensors;
import io.github.gradsmith.internal.weights.ParameterTensors;
import io.github.gradsmith.internal.weights.WeightFile;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.safetensors.TensorInfo;
import io.github.gradsmith.safetensors.TensorSelection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The content of a {@code .npz} file of NumPy: arrays by name, in the order of the file. Immutable.
 *
 * <p>A file is a ZIP archive, stored or deflated, also one that was written to a pipe, with an
 * entry {@code name.npy} for each array, in versions 1.0 to 3.0 of that format. Arrays of {@code
 * float32}, {@code float64} or, exactly widened to {@code float}, of {@code float16} are read, in
 * either byte order, by rows or by columns; in memory they are by rows. Other arrays can stand in a
 * file as long as they are not asked for.
 *
 * <p>Reading takes the file as it is and its directory; arrays are expanded when they are asked
 * for. Loading into a network looks at names and shapes first, and expands what the network takes
 * and nothing else, however far a small file could expand.
 */
public final class Npz {
  private final Map<String, TensorInfo> arrays;
  private final String file;

  /** Whether these are parameters, which must be finite, and not numbers of any kind. */
  private final boolean ofNetwork;

  /**
   * The content of a file to be written.
   *
   * @throws IllegalArgumentException if a name is used twice
   */
  public Npz(List<Tensor> tensors) {
    this(tensors, false);
  }

  private Npz(List<Tensor> tensors, boolean ofNetwork) {
    Map<String, TensorInfo> byName = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      if (byName.put(tensor.name(), tensor) != null) {
        throw new IllegalArgumentException("the name " + tensor.name() + " is already taken");
      }
    }
    this.arrays = byName;
    this.file = "";
    this.ofNetwork = ofNetwork;
  }

  private Npz(Map<String, TensorInfo> arrays, String file) {
    this.arrays = arrays;
    this.file = file;
    this.ofNetwork = false;
  }

  /**
   * The parameters of a network: {@code layer2.weight} [out, in], {@code layer2.bias} [out] and so
   * on, as in its weight files. They can be written if all of them are finite.
   */
  public static Npz of(FloatPredictor network) {
    return ofNetwork(WeightFile.content(network));
  }

  /** As {@link #of(FloatPredictor)}. */
  public static Npz of(DoublePredictor network) {
    return ofNetwork(WeightFile.content(network));
  }

  private static Npz ofNetwork(Safetensors content) {
    return new Npz(List.copyOf(content.tensors().values()), true);
  }

  /**
   * Sets the parameters of a network to those of the file, named and shaped as {@link
   * #of(FloatPredictor)} has them.
   *
   * @throws WeightsException if they do not fit or one is not finite; the network is as it was
   */
  public void loadInto(FloatPredictor network) throws IOException {
    Safetensors parameters = parameters(network.topology());
    try {
      WeightFile.set(network, parameters);
    } catch (WeightsException e) {
      throw withFile(e);
    }
  }

  /** As {@link #loadInto(FloatPredictor)}. */
  public void loadInto(DoublePredictor network) throws IOException {
    Safetensors parameters = parameters(network.topology());
    try {
      WeightFile.set(network, parameters);
    } catch (WeightsException e) {
      throw withFile(e);
    }
  }

  private Safetensors parameters(Topology topology) throws WeightsException {
    Map<String, Tensor> chosen = tensors(new ParameterTensors(topology));
    return new Safetensors(Map.of(), List.copyOf(chosen.values()));
  }

  /**
   * Reads a file.
   *
   * @throws WeightsException if it is not a file of this form; the message names it
   */
  public static Npz read(Path file) throws IOException {
    try (InputStream in = InputFile.open(file)) {
      return new Npz(arrays(FileContent.of(in)), file + ": ");
    } catch (WeightsException e) {
      throw new WeightsException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a stream to its end and does not close it.
   *
   * @throws WeightsException if it is not a file of this form
   */
  public static Npz read(InputStream in) throws IOException {
    return new Npz(arrays(FileContent.of(in)), "");
  }

  private static Map<String, TensorInfo> arrays(FileContent content) throws WeightsException {
    List<ZipEntryPlace> entries;
    try {
      entries = ZipArchive.entries(content);
    } catch (WeightsException e) {
      throw noArchive(content, e);
    }
    if (entries.stream().noneMatch(NpyEntry::isNamedAsArray)) {
      throw other(content, "a ZIP archive without arrays");
    }
    Map<String, TensorInfo> arrays = new LinkedHashMap<>();
    for (ZipEntryPlace entry : entries) {
      NpyEntry array = new NpyEntry(entry);
      if (arrays.put(array.name(), array) != null) {
        throw new WeightsException("the array " + array.name() + " stands twice in the file");
      }
    }
    return arrays;
  }

  private static WeightsException noArchive(FileContent content, WeightsException reason) {
    byte[] start = start(content);
    return start.length > 1 && start[0] == 'P' && start[1] == 'K'
        ? new WeightsException("this is no intact ZIP archive: " + reason.getMessage(), reason)
        : other(content, "no ZIP archive");
  }

  private static WeightsException other(FileContent content, String otherwise) {
    return new WeightsException(
        "this is no NumPy archive (.npz): it is "
            + ForeignFormat.describe(start(content))
                .filter(format -> !format.equals(ForeignFormat.ZIP))
                .orElse(otherwise));
  }

  private static byte[] start(FileContent content) {
    return content.bytes(0, (int) Math.min(content.length(), ForeignFormat.START)).array();
  }

  /**
   * Writes a file as {@code numpy.savez} does, or replaces it in one step: whoever reads it
   * meanwhile sees the old content or the new one, and a failure leaves the old one in place.
   *
   * @throws WeightsException if these are {@link #of(FloatPredictor) a network's parameters} and
   *     one is not finite
   */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, this::write);
  }

  /**
   * Writes to a stream and does not close it.
   *
   * @throws WeightsException as {@link #write(Path)}, with nothing written
   */
  public void write(OutputStream out) throws IOException {
    if (ofNetwork) {
      FiniteTensors.requireWritable(tensors().values());
    }
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Tensor tensor : tensors().values()) {
      byte[] content = NpyWriter.content(tensor);
      CRC32 checksum = new CRC32();
      checksum.update(content);
      ZipEntry entry = new ZipEntry(tensor.name() + ".npy");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(checksum.getValue());
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }

  /**
   * All arrays by name, however far they expand.
   *
   * @throws WeightsException if one of them is damaged, or of a type that is not read here
   */
  public Map<String, Tensor> tensors() throws WeightsException {
    return tensors(TensorSelection.ALL);
  }

  /**
   * The arrays that a selection chooses by name, in the order of the file; the others are not
   * expanded. It is given no metadata.
   *
   * @throws WeightsException if one of them is missing, damaged, or of a type that is not read
   *     here, or by the selection
   */
  public Map<String, Tensor> tensors(TensorSelection selection) throws WeightsException {
    try {
      Set<String> chosen = selection.choose(Map.of(), Collections.unmodifiableMap(arrays));
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (TensorInfo array : arrays.values()) {
        if (chosen.contains(array.name())) {
          tensors.put(array.name(), read(array));
        }
      }
      for (String name : chosen) {
        if (!tensors.containsKey(name)) {
          throw new WeightsException("array " + name + " is missing, found " + arrays.keySet());
        }
      }
      return tensors;
    } catch (WeightsException e) {
      throw withFile(e);
    }
  }

  /** A tensor in memory itself; an array of an archive is expanded. */
  private static Tensor read(TensorInfo array) throws WeightsException {
    return array instanceof Tensor ? (Tensor) array : ((NpyEntry) array).read();
  }

  private WeightsException withFile(WeightsException e) {
    return file.isEmpty() ? e : new WeightsException(file + e.getMessage(), e);
  }
}
