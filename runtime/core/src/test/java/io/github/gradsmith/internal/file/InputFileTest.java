package io.github.gradsmith.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Topology;
import io.github.gradsmith.internal.weights.WeightFile;
import io.github.gradsmith.npz.Npz;
import io.github.gradsmith.safetensors.Safetensors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening what is no file. */
class InputFileTest {
  @TempDir Path folder;

  @Test
  void aFolderIsNamed() {
    Topology topology = Topology.builder().layers(1, 1).activations("IDENTITY").build();
    assertNamed(() -> InputFile.open(folder));
    assertNamed(() -> Safetensors.read(folder));
    assertNamed(() -> Npz.read(folder));
    assertNamed(() -> WeightFile.loadFloats(topology, folder));
    assertNamed(() -> WeightFile.loadDoubles(topology, folder));
  }

  private void assertNamed(ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOf(IOException.class)
        .hasMessage(folder + " is a folder: name a file in it");
  }

  @Test
  void aFileIsReadAndAMissingOneSaidToBeMissing() throws IOException {
    Path file = Files.write(folder.resolve("bytes"), new byte[] {3, 1, 4});
    try (InputStream in = InputFile.open(file)) {
      assertThat(in.readAllBytes()).containsExactly(3, 1, 4);
    }
    assertThatThrownBy(() -> InputFile.open(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
