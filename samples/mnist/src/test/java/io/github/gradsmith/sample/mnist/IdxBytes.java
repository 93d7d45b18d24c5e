package io.github.gradsmith.sample.mnist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files, sound ones and others, byte by byte. */
final class IdxBytes {
  static final int IMAGE_MAGIC = 0x0803;
  static final int LABEL_MAGIC = 0x0801;

  private IdxBytes() {}

  /** A file of images with the header as given and {@code body} after it. */
  static byte[] images(int magic, int count, int rows, int columns, byte[] body) {
    return ByteBuffer.allocate(16 + body.length)
        .putInt(magic)
        .putInt(count)
        .putInt(rows)
        .putInt(columns)
        .put(body)
        .array();
  }

  /** A file of labels with the header as given and {@code body} after it. */
  static byte[] labels(int magic, int count, byte... body) {
    return ByteBuffer.allocate(8 + body.length).putInt(magic).putInt(count).put(body).array();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  /** Writes all four files: {@code size} images in each set, of one bright row for each digit. */
  static void writePaneles(Path directory, int size) throws IOException {
    byte[] pixels = new byte[size * 784];
    byte[] labels = new byte[size];
    for (int i = 0; i < size; i++) {
      labels[i] = (byte) (i % 10);
      for (int column = 0; column < 28; column++) {
        pixels[i * 784 + labels[i] * 2 * 28 + column] = (byte) 255;
      }
    }
    for (String set : new String[] {"train", "t10k"}) {
      Files.write(
          directory.resolve(set + "-images-idx3-ubyte.gz"),
          gzip(images(IMAGE_MAGIC, size, 28, 28, pixels)));
      Files.write(
          directory.resolve(set + "-labels-idx1-ubyte.gz"),
          gzip(labels(LABEL_MAGIC, size, labels)));
    }
  }
}
