package io.github.gradsmith.sample.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsTest {
  /** Size, mean, deviation and the share of zeros are published figures of the data set. */
  @Test
  void theTrainingSetIsMnist() throws IOException {
    Digits digits = Digits.training(DataSource.bundled());

    assertThat(digits.images()).hasDimensions(60_000, 784);
    assertThat(Arrays.copyOf(digits.labels(), 5)).containsExactly(5, 0, 4, 1, 9);
    double sum = 0;
    double squares = 0;
    long zeros = 0;
    for (float[] image : digits.images()) {
      for (float pixel : image) {
        sum += pixel;
        squares += pixel * pixel;
        zeros += pixel == 0 ? 1 : 0;
      }
    }
    double pixels = 60_000.0 * 784;
    double mean = sum / pixels;
    assertThat(mean).isCloseTo(0.1307, within(5e-5));
    assertThat(Math.sqrt(squares / pixels - mean * mean)).isCloseTo(0.3081, within(5e-5));
    assertThat(zeros / pixels).isCloseTo(0.809, within(5e-4));
  }

  @Test
  void theTestSetIsMnist() throws IOException {
    Digits digits = Digits.test(DataSource.bundled());

    assertThat(digits.images()).hasDimensions(10_000, 784);
    assertThat(Arrays.copyOf(digits.labels(), 5)).containsExactly(7, 2, 1, 0, 4);
  }

  @Test
  void countsMustFit(@TempDir Path directory) throws IOException {
    IdxBytes.writePaneles(directory, 3);
    Path labels = directory.resolve("t10k-labels-idx1-ubyte.gz");
    Files.write(labels, IdxBytes.gzip(IdxBytes.labels(0x0801, 2, (byte) 0, (byte) 1)));

    assertThatThrownBy(() -> Digits.test(DataSource.directory(directory)))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage(labels + ": 2 labels for 3 images");
  }
}
