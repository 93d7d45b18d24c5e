package io.github.gradsmith.sample.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.FloatPredictor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What an application carries along. */
class SizeTest {
  /** Code alone: weights and test vectors are as large as they are. */
  @Test
  void runtimeAndGeneratedCodeAreBelow280Kilobytes() throws IOException {
    Predicate<Path> generated =
        file -> file.getFileName().toString().matches("DigitNet(Impl)?\\.class");
    long runtime = jarred(Image.place(FloatPredictor.class), file -> true);
    long network = jarred(Image.place(DigitNet.class), generated);
    assertThat(network).isPositive();
    assertThat(runtime + network).isBetween(50_000L, 280_000L);
  }

  private static long jarred(Path place, Predicate<Path> wanted) throws IOException {
    if (Files.isDirectory(place)) {
      return jarredFolder(place, wanted);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return jarredFolder(jar.getPath("/"), wanted);
    }
  }

  private static long jarredFolder(Path root, Predicate<Path> wanted) throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.walk(root);
        ZipOutputStream out = new ZipOutputStream(jar)) {
      List<Path> all = files.filter(Files::isRegularFile).filter(wanted).toList();
      for (Path file : all) {
        out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar.size();
  }
}
