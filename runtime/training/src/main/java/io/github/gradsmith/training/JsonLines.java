package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.text.Columns;
import io.github.gradsmith.training.internal.text.EpochFile;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes a JSON object for each epoch, one a line, with all digits; a number that is not finite is
 * {@code null}. Each line is in the file when the epoch has ended. A run begins the file anew; that
 * of a resumed run has the earlier epochs, too.
 */
public final class JsonLines implements FitListener {
  private final EpochFile file;

  private JsonLines(Path file) {
    this.file = new EpochFile(file, new Lines());
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

  private static String number(double value) {
    return Double.isFinite(value) ? Columns.number(value) : "null";
  }

  private static String quoted(String name) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : name.toCharArray()) {
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }

  private static final class Lines implements EpochFile.Lines {
    @Override
    public String head(History history) {
      return "";
    }

    @Override
    public String line(History history, int epoch) {
      return Columns.of(history, epoch).entrySet().stream()
          .map(column -> quoted(column.getKey()) + ":" + number(column.getValue()))
          .collect(Collectors.joining(",", "{", "}\n"));
    }
  }
}
