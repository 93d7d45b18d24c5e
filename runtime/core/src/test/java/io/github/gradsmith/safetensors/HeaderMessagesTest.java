package io.github.gradsmith.safetensors;

import static io.github.gradsmith.safetensors.RawFile.quoted;
import static io.github.gradsmith.safetensors.RawFile.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.WeightsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a header, to whoever chooses tensors by it and to whoever must mend it. */
class HeaderMessagesTest {
  private static final byte[] NONE = {};

  /** The bar marks the character that is named. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "no control character, U+1f, `{'a|\u001f':1}`",
        "an escape, x, `{'a\\|x':1}`",
        "an escape, U+20, `{'a\\| ':1}`",
        "an escape, ~, `{'a\\|~':1}`",
        "an escape, !, `{'a\\|!':1}`",
        "an escape, U+7f, `{'a\\|\u007f':1}`",
        "an escape, U+e9, `{'a\\|é':1}`",
        "a hexadecimal digit, g, `{'a\\u12|g4':1}`",
        "a hexadecimal digit, U+661, `{'a\\u12|\u06614':1}`",
        "':', -, `{'a' |- 1}`"
      })
  void theCharacterIsNamed(String expected, String found, String marked) {
    int position = marked.indexOf('|');
    assertRefused(
        RawFile.of(quoted(marked.replace("|", "")), NONE),
        "expected " + expected + " at character " + position + ", found '" + found + "'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"`'\"'`, `{'a`", "an escape, `{'a\\`", "a hexadecimal digit, `{'a\\u12`"})
  void whatIsMissingAtTheEndIsNamed(String expected, String header) {
    assertRefused(
        RawFile.of(quoted(header), NONE),
        "expected " + expected + " at character " + header.length() + ", found the end");
  }

  @Test
  void escapesAreResolved() throws IOException {
    String text = quoted("{'__metadata__':{'k':'\\b\\f\\n\\r\\t\\/\\\\\\u00e9\\uD83D\\uDE00'}}");

    assertThat(read(RawFile.of(text, NONE)).metadata())
        .containsEntry("k", "\b\f\n\r\t/\\é\uD83D\uDE00");
  }

  @Test
  void theEndOfASecondTensorIsNamed() {
    String header =
        "{" + tensor("a", "F32", "[1]", "[0,4]") + "," + tensor("b", "F64", "[2]", "[4,20]") + "}";

    assertRefused(
        RawFile.of(header, new byte[13]), "within tensor b: its values end at byte 20, found 13");
  }

  /** A tensor that nobody wants is stepped over, and still must be there. */
  @Test
  void theEndOfATensorThatIsNotReadIsNamed() {
    byte[] file = RawFile.of("{" + tensor("a", "I64", "[2]", "[0,16]") + "}", new byte[11]);

    assertThatThrownBy(
            () -> Safetensors.read(new ByteArrayInputStream(file), (metadata, tensors) -> Set.of()))
        .isInstanceOf(WeightsException.class)
        .hasMessage("the file ends within tensor a: its values end at byte 16, found 11");
  }

  @Test
  void tensorsAreListedBeforeTheyAreRead() throws IOException {
    String header =
        "{"
            + tensor("a", "F16", "[1]", "[0,2]")
            + ","
            + tensor("b", "BF16", "[1]", "[2,4]")
            + ","
            + tensor("c", "F32", "[1]", "[4,8]")
            + ","
            + tensor("d", "I64", "[1]", "[8,16]")
            + "}";
    Safetensors.read(
        new ByteArrayInputStream(RawFile.of(header, new byte[16])),
        (metadata, tensors) -> {
          assertThat(tensors.values())
              .extracting(TensorInfo::name)
              .containsExactlyElementsOf(List.of("a", "b", "c", "d"));
          assertThat(tensors.values())
              .extracting(TensorInfo::isHalf)
              .containsExactly(true, true, false, false);
          assertThat(tensors.get("c").problem()).isEmpty();
          assertThat(tensors.get("c").shape()).containsExactly(1);
          assertThat(tensors.get("d").problem()).contains("is of type I64");
          assertThatThrownBy(() -> tensors.get("d").shape())
              .isInstanceOf(WeightsException.class)
              .hasMessageStartingWith("tensor d is of type I64, expected F32");
          return Set.of();
        });
  }

  @Test
  void tensorsInMemoryDescribeThemselves() throws IOException {
    TensorInfo info = Tensor.of("a", new float[6], 2, 3);

    assertThat(info.name()).isEqualTo("a");
    assertThat(info.shape()).containsExactly(2, 3);
    assertThat(info.isHalf()).isFalse();
    assertThat(info.problem()).isEmpty();
  }

  @Test
  void filesAreNamedInWhatIsWrongWithThem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.safetensors");
    new Safetensors(Map.of(), List.of(Tensor.of("a", new double[] {1.5}, 1))).write(file);
    assertThat(Safetensors.read(file).tensor("a").toDoubles()).containsExactly(1.5);
    Files.write(file, new byte[3]);

    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageStartingWith(file + ": ");
  }

  /** Escapes are for what JSON has no other way to write. */
  @Test
  void spacesAreWrittenAsTheyAre() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Safetensors(Map.of("a b", "\u001f"), List.of()).write(out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(quoted("{'__metadata__':{'a b':'\\u001f'}}"));
  }

  private static Safetensors read(byte[] file) throws IOException {
    return Safetensors.read(new ByteArrayInputStream(file));
  }

  private static void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(message);
  }
}
