package io.github.gradsmith.internal.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** Replaces a file in one step by way of a temporary file beside it. */
public final class AtomicFile {
  /** What is to be written. */
  public interface Content {
    /** Writes it all and does not close the stream. */
    void writeTo(OutputStream out) throws IOException;
  }

  private AtomicFile() {}

  /** Writes or replaces a file; a failure leaves an old one as it was. */
  public static void write(Path file, Content content) throws IOException {
    Path target = target(file);
    requireFolder(target);
    // Not Files.createTempFile: its file is readable by its owner alone, and would stay so.
    String mark = Long.toHexString(ThreadLocalRandom.current().nextLong());
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + mark + ".tmp");
    try {
      writeNew(temporary, content);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (Throwable e) {
      discard(temporary, e);
      throw e;
    }
  }

  private static void writeNew(Path file, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      // Else a loss of power could leave the new name with an empty file.
      channel.force(true);
    }
  }

  /** The file behind a link, so that the link stays; a device or a folder is not replaced. */
  private static Path target(Path file) throws IOException {
    if (!Files.exists(file)) {
      return file;
    }
    if (!Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "is not a regular file");
    }
    return file.toRealPath();
  }

  /** Else the failure would name the temporary file, of which the caller knows nothing. */
  private static void requireFolder(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.exists(folder)) {
      throw new NoSuchFileException(
          target.toString(), null, "the folder " + folder + " does not exist");
    }
  }

  private static void discard(Path temporary, Throwable reason) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
