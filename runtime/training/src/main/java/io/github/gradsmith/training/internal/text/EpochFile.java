package io.github.gradsmith.training.internal.text;

import io.github.gradsmith.training.History;
import io.github.gradsmith.training.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file with a line for each finished epoch. A run begins it anew with all epochs so far, so that
 * that of a resumed run is whole; each further line is appended at once.
 */
public final class EpochFile {
  private final Path file;
  private final Lines lines;

  /** What the lines are. */
  public interface Lines {
    /** What stands before the first epoch. */
    String head(History history);

    /** A finished epoch, from 1, with its line's end. */
    String line(History history, int epoch);
  }

  /** A file of such lines. */
  public EpochFile(Path file, Lines lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Begins the file anew. */
  public void begin(Run run) {
    StringBuilder text = new StringBuilder(lines.head(run.history()));
    for (int epoch = 1; epoch <= run.history().epochs(); epoch++) {
      text.append(lines.line(run.history(), epoch));
    }
    write(text.toString(), StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** Appends the epoch that has ended. */
  public void append(Run run) {
    write(lines.line(run.history(), run.epoch()), StandardOpenOption.APPEND);
  }

  private void write(String text, StandardOpenOption how) {
    try {
      Files.writeString(
          file,
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
