package io.github.gradsmith.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.WeightsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Headers of arrays at their limits, and what archives say of arrays before they are read. */
class NpyHeaderTest {
  private static final int LONGEST = 65_536;

  @Test
  void aHeaderIsAsLongAsItSays() throws IOException {
    String text = header("(2,)");
    assertThat(NpyHeader.read(in(1, text.getBytes(StandardCharsets.US_ASCII))).length())
        .isEqualTo(10 + text.length());
    assertThat(read(2, text).length()).isEqualTo(12 + text.length());
    assertThat(read(2, text + " ".repeat(LONGEST - text.length())).length())
        .isEqualTo(12 + LONGEST);
    assertThatThrownBy(() -> read(2, text + " ".repeat(LONGEST + 1 - text.length())))
        .isInstanceOf(WeightsException.class)
        .hasMessage("claims a header of 65537 bytes, at most 65536 are read");
  }

  /** Version 3 is UTF-8, versions 1 and 2 have a byte for each character. */
  @Test
  void lettersAreOfTheVersionsCharset() throws IOException {
    String text = "{'descr': '<µ', 'fortran_order': False, 'shape': (2,)}";
    for (int version = 1; version <= 3; version++) {
      Charset charset = version < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
      assertThat(NpyHeader.read(in(version, text.getBytes(charset))).type().problem())
          .contains("is of the unknown type <µ");
    }
  }

  @Test
  void aHeaderIsWhole() {
    byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1};
    assertThatThrownBy(() -> NpyHeader.read(new ByteArrayInputStream(magic)))
        .hasMessage("is no array of NumPy");
    byte[] text = header("(2,)").getBytes(StandardCharsets.US_ASCII);
    ByteArrayInputStream cut = in(1, text);
    byte[] whole = cut.readAllBytes();
    assertThatThrownBy(() -> NpyHeader.read(new ByteArrayInputStream(whole, 0, whole.length - 1)))
        .hasMessage("ends within its header");
  }

  @Test
  void shapesFitAnArray() throws IOException {
    int most = Integer.MAX_VALUE - 8;
    int floats = most / 4;
    assertThat(read(1, header("()")).shape()).isEmpty();
    assertThat(read(1, header("(0, 3)")).shape()).containsExactly(0, 3);
    assertThat(read(1, header("(" + floats + ",)")).shape()).containsExactly(floats);
    assertThat(read(1, header("(0, " + most + ")")).shape()).containsExactly(0, most);
    assertTooLarge("(" + (floats + 1) + ",)");
    assertTooLarge("(0, " + (most + 1) + ")");
    assertThat(read(1, header("(" + "1, ".repeat(64) + ")")).shape()).hasSize(64);
    assertThatThrownBy(() -> read(1, header("(" + "1, ".repeat(65) + ")")).shape())
        .hasMessage("has 65 dimensions");
  }

  /** 2,147,483,639 bytes are as many as an array holds. */
  @Test
  void bytesAreCountedExactly() throws IOException {
    String halves = header("(1073741819,)").replace("<f4", "<f2");
    assertThat(read(1, halves).shape()).containsExactly(1_073_741_819);
    assertThatThrownBy(() -> read(1, halves.replace("819", "820")).shape())
        .hasMessageStartingWith("is larger than 2 GB");
  }

  @Test
  void arraysAreDescribedBeforeTheyAreRead() throws IOException {
    byte[] file =
        new RawZip()
            .entry("half.npy", array("<f2"), RawZip.Form.DEFLATED)
            .entry("single.npy", array("<f4"), RawZip.Form.STORED)
            .entry("whole.npy", array("<i8"), RawZip.Form.STORED)
            .entry("none.npy", new byte[5], RawZip.Form.STORED)
            .end();
    Npz.read(new ByteArrayInputStream(file))
        .tensors(
            (metadata, arrays) -> {
              assertThat(arrays.get("half").isHalf()).isTrue();
              assertThat(arrays.get("single").isHalf()).isFalse();
              assertThat(arrays.get("none").isHalf()).isFalse();
              assertThat(arrays.get("half").problem()).isEmpty();
              assertThat(arrays.get("single").problem()).isEmpty();
              assertThat(arrays.get("whole").problem()).contains("holds int64 numbers");
              assertThat(arrays.get("none").problem()).contains("is no array of NumPy");
              assertThat(arrays.get("half").name()).isEqualTo("half");
              assertThat(arrays.get("single").shape()).containsExactly(2);
              return Set.of();
            });
  }

  /** Content lies in parts of 16 MB: what begins in one may end in another. */
  @Test
  void contentIsTheSameAcrossItsParts() throws IOException {
    int part = 1 << 24;
    byte[] bytes = new byte[2 * part + 5];
    new Random(1).nextBytes(bytes);
    FileContent content = FileContent.of(new ByteArrayInputStream(bytes));

    assertThat(content.length()).isEqualTo(bytes.length);
    for (int from : new int[] {part - 7, part}) {
      byte[] expected = Arrays.copyOfRange(bytes, from, from + part + 5);
      assertThat(Arrays.equals(content.bytes(from, part + 5).array(), expected)).isTrue();
      byte[] streamed = content.stream(from, from + part + 5).readAllBytes();
      assertThat(Arrays.equals(streamed, expected)).isTrue();
    }
  }

  private static byte[] array(String type) {
    return RawArray.of(new double[2], new int[] {2}, type, false).bytes();
  }

  private static void assertTooLarge(String shape) {
    assertThatThrownBy(() -> read(1, header(shape)).shape())
        .isInstanceOf(WeightsException.class)
        .hasMessageStartingWith("is larger than 2 GB");
  }

  private static String header(String shape) {
    return "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + "}";
  }

  private static NpyHeader read(int version, String header) throws IOException {
    return NpyHeader.read(in(version, header.getBytes(StandardCharsets.US_ASCII)));
  }

  private static ByteArrayInputStream in(int version, byte[] text) {
    ByteBuffer file =
        ByteBuffer.allocate(12 + text.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      file.putShort((short) text.length);
    } else {
      file.putInt(text.length);
    }
    file.put(text);
    return new ByteArrayInputStream(file.array(), 0, file.position());
  }
}
