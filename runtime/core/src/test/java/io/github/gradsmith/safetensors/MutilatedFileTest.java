package io.github.gradsmith.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.WeightsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file, it is refused or read as it now stands; nothing else. */
class MutilatedFileTest {
  private static byte[] whole;
  private static int headerLength;

  private final Random random = new Random(20);
  private int refused;

  @BeforeAll
  static void readWhole() throws IOException {
    try (InputStream in =
        MutilatedFileTest.class.getResourceAsStream("/lecture-2-2-2.safetensors")) {
      whole = in.readAllBytes();
    }
    headerLength = (int) littleEndian(whole).getLong();
  }

  @Test
  void truncatedFilesAreRefused() throws IOException {
    for (int i = 0; i < 100; i++) {
      readOrRefuse(Arrays.copyOf(whole, random.nextInt(whole.length)));
    }
    assertThat(refused).isEqualTo(100);
  }

  @Test
  void lyingLengthsAreRefused() throws IOException {
    for (int i = 0; i < 100; i++) {
      byte[] file = whole.clone();
      long lie = random.nextLong() >>> random.nextInt(64);
      if (lie != headerLength) {
        littleEndian(file).putLong(lie);
        readOrRefuse(file);
      } else {
        refused++;
      }
    }
    assertThat(refused).isEqualTo(100);
  }

  @Test
  void flippedBytesAreNoticedOrHarmless() throws IOException {
    for (int i = 0; i < 300; i++) {
      byte[] file = whole.clone();
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        file[8 + random.nextInt(headerLength)] = (byte) random.nextInt(256);
      }
      readOrRefuse(file);
    }
    assertThat(refused).isBetween(150, 299);
  }

  @Test
  void otherCharactersOfJsonAreNoticedOrHarmless() throws IOException {
    String signs = "{}[]:,\"\\ 0123456789-.eE";
    for (int i = 0; i < 300; i++) {
      byte[] file = whole.clone();
      file[8 + random.nextInt(headerLength)] = (byte) signs.charAt(random.nextInt(signs.length()));
      readOrRefuse(file);
    }
    assertThat(refused).isBetween(150, 299);
  }

  @Test
  void bytesCutOutOrDoubledAreNoticedOrHarmless() throws IOException {
    for (int i = 0; i < 200; i++) {
      int cut = random.nextInt(whole.length);
      int resume = Math.min(whole.length, Math.max(0, cut + random.nextInt(41) - 20));
      byte[] file = Arrays.copyOf(whole, cut + whole.length - resume);
      System.arraycopy(whole, resume, file, cut, whole.length - resume);
      readOrRefuse(file);
    }
    assertThat(refused).isBetween(180, 200);
  }

  private void readOrRefuse(byte[] file) throws IOException {
    Safetensors content;
    try {
      content = Safetensors.read(new ByteArrayInputStream(file));
    } catch (WeightsException e) {
      assertThat(e.getMessage()).isNotBlank();
      refused++;
      return;
    }
    // The header of this file lists its tensors in the order of their values, all of them doubles.
    ByteBuffer rest = littleEndian(file);
    rest.position(8 + (int) rest.getLong());
    for (Tensor tensor : content.tensors().values()) {
      assertThat(Arrays.stream(tensor.shape()).reduce(1, (a, b) -> a * b)).isEqualTo(tensor.size());
      for (int i = 0; i < tensor.size(); i++) {
        assertThat(tensor.bits(i)).isEqualTo(rest.getLong());
      }
    }
    assertThat(rest.hasRemaining()).isFalse();
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
