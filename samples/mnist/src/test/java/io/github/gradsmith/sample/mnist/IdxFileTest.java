package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxFileTest {
  @TempDir private Path directory;

  @Test
  void pixelsAreBytesDividedBy255() throws IOException {
    byte[] body = new byte[2 * 784];
    body[0] = 51;
    body[783] = (byte) 255;
    body[784] = (byte) 128;
    write(IdxBytes.gzip(IdxBytes.images(0x0803, 2, 28, 28, body)));

    float[][] images = IdxFile.images(DataSource.directory(directory), "file");

    assertThat(images).hasDimensions(2, 784);
    assertThat(images[0][0]).isEqualTo(0.2f);
    assertThat(images[0][1]).isZero();
    assertThat(images[0][783]).isEqualTo(1f);
    assertThat(images[1][0]).isEqualTo(128 / 255f);
  }

  @Test
  void labelsAreBytes() throws IOException {
    write(IdxBytes.gzip(IdxBytes.labels(0x0801, 3, (byte) 0, (byte) 9, (byte) 4)));

    assertThat(IdxFile.labels(DataSource.directory(directory), "file")).containsExactly(0, 9, 4);
  }

  static Stream<Arguments> badImages() {
    byte[] two = new byte[2 * 784];
    byte[] good = IdxBytes.gzip(IdxBytes.images(0x0803, 2, 28, 28, two));
    byte[] random = new byte[2 * 784]; // cannot be compressed, so a cut falls where it seems to
    new Random(1).nextBytes(random);
    byte[] noise = IdxBytes.gzip(IdxBytes.images(0x0803, 2, 28, 28, random));
    byte[] wrongChecksum = good.clone();
    wrongChecksum[good.length - 8] ^= 1;
    return Stream.of(
        arguments("not a sound gzip file", IdxBytes.images(0x0803, 2, 28, 28, two)),
        arguments("not a sound gzip file", wrongChecksum),
        arguments("ends too early", new byte[0]),
        arguments("ends too early", IdxBytes.gzip(new byte[] {0, 0, 8})),
        arguments("ends too early", Arrays.copyOf(good, good.length - 3)),
        arguments("ends after 1 of 2 images", Arrays.copyOf(noise, noise.length * 3 / 4)),
        arguments("magic 00000801, not 00000803", images(0x0801, 2, 28, 28, two)),
        arguments("ends after 2 of 3 images", images(0x0803, 3, 28, 28, two)),
        arguments("ends after 2 of 2147483647 images", images(0x0803, -1 >>> 1, 28, 28, two)),
        arguments("header says 0 images", images(0x0803, 0, 28, 28, new byte[0])),
        arguments("header says -2 images", images(0x0803, -2, 28, 28, two)),
        arguments("bytes after its last image", images(0x0803, 1, 28, 28, two)),
        arguments("they are 28 x 56", images(0x0803, 1, 28, 56, two)),
        arguments("they are 14 x 28", images(0x0803, 4, 14, 28, two)));
  }

  @ParameterizedTest
  @MethodSource("badImages")
  void badImagesAreRefused(String message, byte[] bytes) throws IOException {
    write(bytes);

    assertThatThrownBy(() -> IdxFile.images(DataSource.directory(directory), "file"))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageStartingWith(directory.resolve("file") + ": ")
        .hasMessageContaining(message);
  }

  static Stream<Arguments> badLabels() {
    byte zero = 0;
    return Stream.of(
        arguments("magic 00000803, not 00000801", labels(0x0803, 1, zero)),
        arguments("ends after 1 of 2 labels", labels(0x0801, 2, zero)),
        arguments("ends after 1 of 2147483647 labels", labels(0x0801, -1 >>> 1, zero)),
        arguments("bytes after its last label", labels(0x0801, 1, zero, zero)),
        arguments("header says 0 labels", labels(0x0801, 0)),
        arguments("label 1 is 10, expected 0 to 9", labels(0x0801, 2, zero, (byte) 10)),
        arguments("label 0 is 255, expected 0 to 9", labels(0x0801, 1, (byte) -1)));
  }

  @ParameterizedTest
  @MethodSource("badLabels")
  void badLabelsAreRefused(String message, byte[] bytes) throws IOException {
    write(bytes);

    assertThatThrownBy(() -> IdxFile.labels(DataSource.directory(directory), "file"))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> IdxFile.labels(DataSource.directory(directory), "file"))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage(directory.resolve("file") + ": no such file or directory");
    assertThatThrownBy(() -> IdxFile.labels(DataSource.bundled(), "file"))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage("file: not in the jar");
  }

  private static byte[] images(int magic, int count, int rows, int columns, byte[] body) {
    return IdxBytes.gzip(IdxBytes.images(magic, count, rows, columns, body));
  }

  private static byte[] labels(int magic, int count, byte... body) {
    return IdxBytes.gzip(IdxBytes.labels(magic, count, body));
  }

  private void write(byte[] bytes) throws IOException {
    Files.write(directory.resolve("file"), bytes);
  }
}
