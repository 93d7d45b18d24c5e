package io.github.gradsmith.npz;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.file.HalfPrecision;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.safetensors.TensorInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** An array in an archive, expanded when it is asked for. */
final class NpyEntry implements TensorInfo {
  private static final String SUFFIX = ".npy";

  private final String name;
  private final ZipEntryPlace place;

  NpyEntry(ZipEntryPlace place) {
    String entry = place.name();
    this.name = isNamedAsArray(place) ? entry.substring(0, entry.length() - 4) : entry;
    this.place = place;
  }

  /** Whether an entry is meant to be an array. */
  static boolean isNamedAsArray(ZipEntryPlace place) {
    return place.name().endsWith(SUFFIX);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> problem() {
    try (InputStream in = place.open()) {
      return NpyHeader.read(in).type().problem();
    } catch (WeightsException e) {
      return Optional.of(e.getMessage());
    } catch (IOException e) {
      return Optional.of("is damaged: " + e.getMessage());
    }
  }

  @Override
  public boolean isHalf() {
    try (InputStream in = place.open()) {
      return NpyHeader.read(in).type().bytes() == Short.BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public int[] shape() throws WeightsException {
    try (InputStream in = place.open()) {
      return NpyHeader.read(in).shape();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /**
   * The values, by rows.
   *
   * @throws WeightsException if they are damaged, or no numbers
   */
  Tensor read() throws WeightsException {
    try (InputStream in = place.open()) {
      CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
      NpyHeader header = NpyHeader.read(checked);
      Tensor tensor = tensor(header, header.shape(), checked);
      if (checked.getChecksum().getValue() != place.crc()) {
        throw new WeightsException("is damaged: its checksum is not that of its content");
      }
      return tensor;
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private WeightsException refused(IOException e) {
    String reason = e.getMessage();
    return new WeightsException(
        "array " + name + (e instanceof WeightsException ? " " : " is damaged: ") + reason, e);
  }

  private Tensor tensor(NpyHeader header, int[] shape, InputStream in) throws IOException {
    int size = 1;
    for (int dimension : shape) {
      size *= dimension;
    }
    int length = size * header.type().bytes();
    if (place.size() != header.length() + (long) length) {
      throw new WeightsException(
          "has " + (place.size() - header.length()) + " bytes of data, expected " + length);
    }
    byte[] data = in.readNBytes(length);
    if (data.length < length) {
      throw new WeightsException("ends after " + data.length + " of " + length + " bytes");
    }
    if (in.read() >= 0) {
      throw new WeightsException("goes on after its " + length + " bytes");
    }
    ByteBuffer bytes = header.type().wrap(data);
    RowOrder order = new RowOrder(shape, size, header.isByColumns());
    return header.type().bytes() == Double.BYTES
        ? Tensor.of(name, doubles(bytes, order), shape)
        : Tensor.of(name, floats(bytes, order), shape);
  }

  private static float[] floats(ByteBuffer bytes, RowOrder order) {
    float[] values = new float[order.size()];
    boolean single = bytes.capacity() == (long) values.length * Float.BYTES;
    for (int i = 0; i < values.length; i++) {
      int at = order.place(i);
      values[i] =
          single
              ? bytes.getFloat(at * Float.BYTES)
              : HalfPrecision.ofHalf(bytes.getShort(at * Short.BYTES));
    }
    return values;
  }

  private static double[] doubles(ByteBuffer bytes, RowOrder order) {
    double[] values = new double[order.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getDouble(order.place(i) * Double.BYTES);
    }
    return values;
  }
}
