package io.github.gradsmith.training.internal.text;

import io.github.gradsmith.training.History;
import java.util.stream.Collectors;

/** An object of JSON for each epoch. */
public final class JsonObjects implements EpochFile.Lines {
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
}
