package io.github.gradsmith.training.internal.text;

import io.github.gradsmith.training.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values separated by commas, below the names of their columns. */
public final class CsvLines implements EpochFile.Lines {
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
    Map<String, Double> numbers = Columns.of(history, epoch);
    numbers.putIfAbsent("gradient norm", Double.NaN);
    return String.join(",", numbers.values().stream().map(Columns::number).toList()) + "\n";
  }

  private static String quoted(String name) {
    return name.matches("[^,\"\\r\\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
