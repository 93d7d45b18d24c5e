package io.github.gradsmith.internal.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is read. */
public final class InputFile {
  private InputFile() {}

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be opened, or is a folder, which the system would say without
   *     its name
   */
  public static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder: name a file in it");
    }
    return new BufferedInputStream(Files.newInputStream(file));
  }
}
