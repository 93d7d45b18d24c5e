package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxTest {
  @TempDir private Path folder;

  @Test
  void aFileHoldsWhatAStreamGets() throws IOException {
    Path file = Files.writeString(folder.resolve("network.onnx"), "old");
    PlainFloatNetwork floats = new PlainFloatNetwork(3, 4, 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Onnx.write(floats, out);
    Onnx.write(floats, file);
    assertThat(file).hasBinaryContent(out.toByteArray());
    PlainDoubleNetwork doubles = new PlainDoubleNetwork(3, 4, 2);
    ByteArrayOutputStream wide = new ByteArrayOutputStream();
    Onnx.write(doubles, wide);
    Onnx.write(doubles, file);
    assertThat(file).hasBinaryContent(wide.toByteArray());
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() {
    Path file = folder.resolve("none/network.onnx");
    assertThatThrownBy(() -> Onnx.write(new PlainFloatNetwork(1, 1), file))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none");
  }
}
