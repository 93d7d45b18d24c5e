package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.text.EpochFile;
import io.github.gradsmith.training.internal.text.JsonObjects;
import java.nio.file.Path;

/**
 * Writes a JSON object for each epoch, one a line, with all digits; a number that is not finite is
 * {@code null}. Each line is in the file when the epoch has ended. A run begins the file anew; that
 * of a resumed run has the earlier epochs, too.
 */
public final class JsonLines implements FitListener {
  private final EpochFile file;

  private JsonLines(Path file) {
    this.file = new EpochFile(file, new JsonObjects());
  }

  /** Into a file, in UTF-8. */
  public static JsonLines to(Path file) {
    return new JsonLines(file);
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
