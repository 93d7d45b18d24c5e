package io.github.gradsmith.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void writesAndReplaces() throws IOException {
    Path file = folder.resolve("weights");
    AtomicFile.write(file, out -> out.write('a'));
    assertThat(file).hasContent("a");
    AtomicFile.write(file, out -> out.write('b'));
    assertThat(file).hasContent("b");
    assertThat(names()).containsExactly("weights");
  }

  @Test
  void theOldFileStaysUntilTheNewOneIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("weights"), "old");
    AtomicFile.write(
        file,
        out -> {
          out.write('n');
          out.flush();
          assertThat(file).hasContent("old");
        });
    assertThat(file).hasContent("n");
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("weights"), "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[1 << 17]);
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("weights");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("weights"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file.getFileName());
    AtomicFile.write(link, out -> out.write('n'));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("n");
  }

  @Test
  void permissionsAreThoseOfAnyNewFile() throws IOException {
    Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
    Path file = folder.resolve("weights");
    AtomicFile.write(file, out -> out.write('a'));
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  @Test
  void foldersAreNotReplaced() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> AtomicFile.write(empty, out -> out.write('a')))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(empty + ": is not a regular file");
    assertThat(empty).isDirectory();
  }

  @Test
  void aMissingFolderIsNamedAndNotOurTemporaryFile() {
    Path missing = folder.resolve("missing");
    Path file = missing.resolve("weights");
    assertThatThrownBy(() -> AtomicFile.write(file, out -> out.write('a')))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(file + ": the folder " + missing + " does not exist");
  }

  @Test
  void aMissingRelativeFolderIsNamedInFull() {
    Path file = Path.of("no such folder", "weights");
    assertThatThrownBy(() -> AtomicFile.write(file, out -> out.write('a')))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(file + ": the folder " + file.toAbsolutePath().getParent() + " does not exist");
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList().stream();
    }
  }
}
