package io.github.gradsmith.internal.weights;

import java.util.ArrayList;
import java.util.List;

/** How {@code @Network} is to be written for the metadata of a file. */
final class DeclaredAttribute {
  private DeclaredAttribute() {}

  /** The attribute for a metadata entry: {@code activation = {RELU, SOFTMAX}}. */
  static String of(String key, String value) {
    switch (key) {
      case ParameterTensors.LAYERS:
        return "layers = {" + String.join(", ", entries(value)) + "}";
      case ParameterTensors.ACTIVATIONS:
        return activations(entries(value));
      default:
        return isName(value) ? key + " = " + value : key + "Formula = \"" + value + "\"";
    }
  }

  /** Formulas of some layers go with names of none, but for softmax and its logarithm. */
  private static String activations(List<String> entries) {
    if (entries.stream().allMatch(DeclaredAttribute::isName)) {
      return "activation = {" + String.join(", ", entries) + "}";
    }
    List<String> formulas = new ArrayList<>();
    for (String entry : entries) {
      formulas.add('"' + formula(entry) + '"');
    }
    return "formula = {" + String.join(", ", formulas) + "}";
  }

  private static String formula(String entry) {
    switch (entry) {
      case "SOFTMAX":
        return "softmax(z)";
      case "LOG_SOFTMAX":
        return "logsoftmax(z)";
      default:
        return entry;
    }
  }

  /** The names of the toolbox are in capitals; a formula has a variable. */
  private static boolean isName(String value) {
    return value.matches("[A-Z][A-Z0-9_]*");
  }

  /** What commas separate, except those within the parentheses of a formula. */
  private static List<String> entries(String value) {
    List<String> entries = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        entries.add(value.substring(start, i));
        start = i + 1;
      }
    }
    entries.add(value.substring(start));
    return entries;
  }
}
