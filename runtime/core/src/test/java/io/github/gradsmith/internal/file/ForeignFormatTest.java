package io.github.gradsmith.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFormatTest {
  private static String of(byte[] start) {
    return ForeignFormat.describe(start).orElse("unknown");
  }

  private static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void pointersAreCalledSo() {
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n";
    assertThat(of(pointer))
        .isEqualTo("a Git LFS pointer: the file itself was not fetched; run git lfs pull");
  }

  @Test
  void pagesAndTextsAreCalledSo() {
    assertThat(of("<!DOCTYPE html>\n<html lang=\"en\">")).startsWith("an HTML page");
    assertThat(of("\uFEFF\r\n <HTML><body>not found")).startsWith("an HTML page");
    assertThat(of("<?xml version=\"1.0\"?><Error/>")).isEqualTo("an XML document");
    assertThat(of("404: Not Found")).isEqualTo("a text that begins with \"404: Not Found\"");
    assertThat(of("\n" + "x".repeat(50) + "\nsecond"))
        .isEqualTo("a text that begins with \"" + "x".repeat(40) + "…\"");
    assertThat(of("")).isEqualTo("an empty file");
    assertThat(of("  \n")).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "894844460d0a1a0a00000000, an HDF5 file",
    "80028a0a6cfc9c46f920, a Python pickle",
    "80049519000000000000, a Python pickle",
    "934e554d50590100, a NumPy array",
    "1c00000054464c3314002000, a TensorFlow Lite model",
    "4747554603000000, a GGUF file",
    "40000000000000007b22, a safetensors file",
    "08081207707974, an ONNX model",
    "0001020304, unknown",
    "504b, a text that begins",
  })
  void startsOfFilesAreKnown(String hex, String kind) {
    assertThat(of(HexFormat.of().parseHex(hex))).startsWith(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "archive/data.pkl, a file of torch.save",
    "layer1.weight.npy, a NumPy archive",
    "readme.txt, a ZIP archive",
  })
  void archivesAreToldApartByTheirFirstEntry(String entry, String kind) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(new byte[1000]);
    }
    assertThat(of(bytes.toByteArray())).startsWith(kind);
  }

  @Test
  void compressedFilesAreCalledSo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(7);
    }
    assertThat(of(bytes.toByteArray())).startsWith("compressed with gzip");
  }

  @Test
  void anyBytesHaveAnAnswer() {
    Random random = new Random(5);
    for (int k = 0; k < 10_000; k++) {
      byte[] start = new byte[random.nextInt(2 * ForeignFormat.START)];
      random.nextBytes(start);
      assertThat(ForeignFormat.describe(start)).isNotNull();
    }
  }
}
