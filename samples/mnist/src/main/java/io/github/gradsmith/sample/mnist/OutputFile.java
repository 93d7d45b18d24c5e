package io.github.gradsmith.sample.mnist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is written when the training is over. */
record OutputFile(Path file) {
  /** What writes a file. */
  interface Content {
    void write(Path file) throws IOException;
  }

  /** Writes or replaces it. */
  void write(Content content) throws UnusableFileException {
    try {
      content.write(file);
    } catch (IOException e) {
      throw UnusableFileException.because(name(), e);
    }
  }

  /** Fails now rather than after training, when {@link #write} would. */
  void checkWritable() throws UnusableFileException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UnusableFileException(name(), "cannot be written, it is not a regular file");
    }
    Path directory = file.toAbsolutePath().getParent();
    try {
      // Saving replaces the file by a new one beside it, so that is what must be possible.
      Files.delete(Files.createTempFile(directory, "mnist", ".tmp"));
    } catch (IOException e) {
      String problem = UnusableFileException.because(directory.toString(), e).getMessage();
      throw new UnusableFileException(name(), "cannot be written, " + problem);
    }
  }

  /** The file as the user named it. */
  String name() {
    return file.toString();
  }
}
