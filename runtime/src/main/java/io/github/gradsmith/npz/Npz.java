package io.github.gradsmith.npz;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.file.AtomicFile;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.support.FiniteTensors;
import io.github.gradsmith.support.WeightFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The content of a {@code .npz} file of NumPy: tensors by name, in the order of the file.
 * Immutable.
 *
 * <p>A file is a ZIP archive, stored or deflated, with an entry {@code name.npy} for each array, in
 * versions 1.0 to 3.0 of that format. Arrays are of {@code float32}, {@code float64} or, read as
 * {@code float32}, of {@code float16}, in either byte order, by rows or by columns; in memory they
 * are by rows. Anything else is refused. Memory is taken as bytes arrive, never for a length that
 * is merely claimed.
 */
public final class Npz {
  private static final String SUFFIX = ".npy";

  private final Map<String, Tensor> tensors;

  /** Whether these are parameters, which must be finite, and not numbers of any kind. */
  private final boolean ofNetwork;

  /**
   * The content of a file to be written.
   *
   * @throws IllegalArgumentException if a name is used twice
   */
  public Npz(List<Tensor> tensors) {
    Map<String, Tensor> byName = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      if (byName.put(tensor.name(), tensor) != null) {
        throw new IllegalArgumentException("the name " + tensor.name() + " is already taken");
      }
    }
    this.tensors = Collections.unmodifiableMap(byName);
    this.ofNetwork = false;
  }

  /**
   * The parameters of a network: {@code layer2.weight} [out, in], {@code layer2.bias} [out] and so
   * on, as in its weight files. They can be written if all of them are finite.
   */
  public static Npz of(FloatPredictor network) {
    return new Npz(WeightFile.content(network).tensors(), true);
  }

  /** As {@link #of(FloatPredictor)}. */
  public static Npz of(DoublePredictor network) {
    return new Npz(WeightFile.content(network).tensors(), true);
  }

  /**
   * Sets the parameters of a network to those of the file, named and shaped as {@link
   * #of(FloatPredictor)} has them.
   *
   * @throws WeightsException if they do not fit or one is not finite; the network is as it was
   */
  public void loadInto(FloatPredictor network) throws IOException {
    network.setParameters(WeightFile.floats(network.topology(), asSafetensors()));
  }

  /** As {@link #loadInto(FloatPredictor)}. */
  public void loadInto(DoublePredictor network) throws IOException {
    network.setParameters(WeightFile.doubles(network.topology(), asSafetensors()));
  }

  private Safetensors asSafetensors() {
    return new Safetensors(Map.of(), List.copyOf(tensors.values()));
  }

  private Npz(Map<String, Tensor> tensors, boolean ofNetwork) {
    this.tensors = Collections.unmodifiableMap(tensors);
    this.ofNetwork = ofNetwork;
  }

  /**
   * Reads a whole file.
   *
   * @throws WeightsException if it is not a file of this form; the message names it
   */
  public static Npz read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in);
    } catch (WeightsException e) {
      throw new WeightsException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a stream and does not close it.
   *
   * @throws WeightsException if it is not a file of this form
   */
  public static Npz read(InputStream in) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try {
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Tensor tensor = NpyReader.read(name(entry), zip);
        if (tensors.put(tensor.name(), tensor) != null) {
          throw new WeightsException("the array " + tensor.name() + " stands twice in the file");
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new WeightsException("this is no intact ZIP archive: " + e.getMessage(), e);
    }
    if (tensors.isEmpty()) {
      throw new WeightsException("this is no ZIP archive, or one without arrays");
    }
    return new Npz(tensors, false);
  }

  private static String name(ZipEntry entry) throws WeightsException {
    String name = entry.getName();
    if (!name.endsWith(SUFFIX)) {
      throw new WeightsException("the entry " + name + " is no array: its name must end in .npy");
    }
    return name.substring(0, name.length() - SUFFIX.length());
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
      FiniteTensors.requireWritable(tensors.values());
    }
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Tensor tensor : tensors.values()) {
      byte[] content = NpyWriter.content(tensor);
      CRC32 checksum = new CRC32();
      checksum.update(content);
      ZipEntry entry = new ZipEntry(tensor.name() + SUFFIX);
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

  /** The tensors by name. */
  public Map<String, Tensor> tensors() {
    return tensors;
  }
}
