package io.github.gradsmith.sample.mnist;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** A file that cannot be used; the message is one line that names the file and the problem. */
final class UnusableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A message that names the file already. */
  UnusableFileException(String message) {
    super(message);
  }

  UnusableFileException(String file, String problem) {
    this(file + ": " + problem);
  }

  /** Says what {@code cause} means for {@code file}. */
  static UnusableFileException because(String file, IOException cause) {
    if (cause instanceof UnusableFileException unusable) {
      return unusable;
    }
    return new UnusableFileException(file, problem(cause).lines().findFirst().orElse(""));
  }

  private static String problem(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof EOFException) {
      return "ends too early";
    }
    if (cause instanceof ZipException) {
      return "not a sound gzip file (" + cause.getMessage() + ")";
    }
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return cause.getMessage() != null ? cause.getMessage() : cause.getClass().getSimpleName();
  }
}
