package io.github.gradsmith.training.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces a file in one step, so that a browser never reads half a page. */
public final class PageFile {
  private PageFile() {}

  /** Writes or replaces a file; a failure leaves an old one as it was. */
  public static void write(Path file, String page) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
    try {
      Files.writeString(temporary, page);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
