package io.github.gradsmith.sample.mnist;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * One of MNIST's gzipped IDX files: a magic number (two zero bytes, type 8 for bytes, the number of
 * dimensions), the size of each dimension as a big-endian int, then the bytes. Whatever deviates
 * from that, down to a byte too many, is refused.
 */
final class IdxFile implements Closeable {
  private static final int IMAGES = 0x0803;
  private static final int LABELS = 0x0801;
  private static final int BUFFER = 1 << 16;
  private static final float[] BRIGHTNESS = brightness();

  private final String name;
  private final DataInputStream in;

  private IdxFile(String name, InputStream in) {
    this.name = name;
    this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
  }

  /**
   * Reads images of 28 × 28 bytes.
   *
   * @return a row of 784 values from 0 to 1 for each image
   * @throws UnusableFileException when the file is missing, damaged or not such a file
   */
  static float[][] images(DataSource source, String file) throws UnusableFileException {
    try (IdxFile idx = open(source, file)) {
      return idx.images();
    } catch (IOException e) {
      throw UnusableFileException.because(source.describe(file), e);
    }
  }

  /**
   * Reads labels from 0 to 9.
   *
   * @throws UnusableFileException when the file is missing, damaged or not such a file
   */
  static int[] labels(DataSource source, String file) throws UnusableFileException {
    try (IdxFile idx = open(source, file)) {
      return idx.labels();
    } catch (IOException e) {
      throw UnusableFileException.because(source.describe(file), e);
    }
  }

  @SuppressWarnings("resource") // the gzip stream's constructor may throw; then the file is closed
  private static IdxFile open(DataSource source, String file) throws IOException {
    InputStream raw = source.open(file);
    try {
      return new IdxFile(source.describe(file), new GZIPInputStream(raw, BUFFER));
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private float[][] images() throws IOException {
    int count = header(IMAGES, "images");
    int rows = in.readInt();
    int columns = in.readInt();
    if (rows != Digits.SIDE || columns != Digits.SIDE) {
      throw fault("expected images of 28 x 28 pixels, but they are " + rows + " x " + columns);
    }
    // The list grows with what is there: the header of a damaged file may claim any count.
    List<float[]> images = new ArrayList<>();
    byte[] pixels = new byte[Digits.PIXELS];
    while (images.size() < count) {
      readFully(pixels, images.size(), count);
      images.add(image(pixels));
    }
    expectEnd("image");
    return images.toArray(new float[0][]);
  }

  private int[] labels() throws IOException {
    int count = header(LABELS, "labels");
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw fault("ends after " + bytes.length + " of " + count + " labels");
    }
    expectEnd("label");
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = bytes[i] & 0xff;
      if (labels[i] >= Digits.CLASSES) {
        throw fault("label " + i + " is " + labels[i] + ", expected 0 to 9");
      }
    }
    return labels;
  }

  private int header(int magic, String what) throws IOException {
    int found = in.readInt();
    if (found != magic) {
      throw fault(
          String.format(Locale.ROOT, "not a file of %s: magic %08x, not %08x", what, found, magic));
    }
    int count = in.readInt();
    if (count < 1) {
      throw fault("its header says " + count + " " + what);
    }
    return count;
  }

  private void readFully(byte[] pixels, int done, int count) throws IOException {
    try {
      in.readFully(pixels);
    } catch (EOFException e) {
      throw fault("ends after " + done + " of " + count + " images");
    }
  }

  private void expectEnd(String what) throws IOException {
    if (in.read() >= 0) {
      throw fault("has bytes after its last " + what);
    }
  }

  private static float[] image(byte[] pixels) {
    float[] image = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      image[i] = BRIGHTNESS[pixels[i] & 0xff];
    }
    return image;
  }

  /** Byte / 255, for each byte. */
  private static float[] brightness() {
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = i / 255f;
    }
    return table;
  }

  private UnusableFileException fault(String problem) {
    return new UnusableFileException(name, problem);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
