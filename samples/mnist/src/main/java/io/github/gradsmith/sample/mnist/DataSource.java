package io.github.gradsmith.sample.mnist;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the four files are: in the jar, or in a directory under the same names. */
final class DataSource {
  private final Path directory;

  private DataSource(Path directory) {
    this.directory = directory;
  }

  /** The files that come with the sample. */
  static DataSource bundled() {
    return new DataSource(null);
  }

  /** Files in {@code directory}. */
  static DataSource directory(Path directory) {
    return new DataSource(directory);
  }

  /** What a message calls the file. */
  String describe(String file) {
    return directory == null ? file : directory.resolve(file).toString();
  }

  /** Opens the file as it is, compressed. */
  InputStream open(String file) throws IOException {
    if (directory != null) {
      return Files.newInputStream(directory.resolve(file));
    }
    InputStream in = DataSource.class.getResourceAsStream("data/" + file);
    if (in == null) {
      throw new FileNotFoundException("not in the jar");
    }
    return in;
  }
}
