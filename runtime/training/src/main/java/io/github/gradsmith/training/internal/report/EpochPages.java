package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.FitListener;
import io.github.gradsmith.training.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Writes a page after each epoch and at the end.
 *
 * @param file replaced in one step
 * @param page of a run
 */
public record EpochPages(Path file, Function<Run, String> page) implements FitListener {
  @Override
  public void epochEnded(Run run) {
    write(run);
  }

  @Override
  public void ended(Run run) {
    write(run);
  }

  private void write(Run run) {
    try {
      PageFile.write(file, page.apply(run));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
