package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.text.Columns;
import io.github.gradsmith.training.internal.text.EpochFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table of comma-separated values: names of the columns, then a line for each epoch with
 * all digits. Each line is in the file when the epoch has ended. A run begins the file anew; that
 * of a resumed run has the earlier epochs, too.
 */
public final class CsvLog implements FitListener {
  private final EpochFile file;

  private CsvLog(Path file) {
    this.file = new EpochFile(file, new Lines());
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

  private static String quoted(String name) {
    return name.matches("[^,\"\\r\\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static final class Lines implements EpochFile.Lines {
    @Override
    public String head(History history) {
      List<String> names = new ArrayList<>(List.of("epoch", "loss"));
      if (history.hasValidation()) {
        names.add("val loss");
      }
      history.metrics().forEach(metric -> names.add(quoted(metric.name())));
      names.add("rate");
      names.add("gradient norm");
      return String.join(",", names) + "\n";
    }

    @Override
    public String line(History history, int epoch) {
      var numbers = Columns.of(history, epoch);
      numbers.putIfAbsent("gradient norm", Double.NaN);
      return String.join(",", numbers.values().stream().map(Columns::number).toList()) + "\n";
    }
  }
}
