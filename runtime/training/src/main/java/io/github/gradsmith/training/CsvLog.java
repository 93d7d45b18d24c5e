package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.text.CsvLines;
import io.github.gradsmith.training.internal.text.EpochFile;
import java.nio.file.Path;

/**
 * Writes a table of comma-separated values: names of the columns, then a line for each epoch with
 * all digits. Each line is in the file when the epoch has ended. A run begins the file anew; that
 * of a resumed run has the earlier epochs, too.
 */
public final class CsvLog implements FitListener {
  private final EpochFile file;

  private CsvLog(Path file) {
    this.file = new EpochFile(file, new CsvLines());
  }

  /** Into a file, in UTF-8. */
  public static CsvLog to(Path file) {
    return new CsvLog(file);
  }

  @Override
  public void started(Run run) {
    file.begin(run);
  }

  @Override
  public void epochEnded(Run run) {
    file.append(run);
  }
}
