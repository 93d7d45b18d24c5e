package io.github.gradsmith.processor.formula;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that formulas may use, and what someone who wrote another probably meant. */
final class Vocabulary {
  private static final int NEAR = 2;

  /** All that can be called. */
  private static final List<String> CALLS =
      Stream.concat(
              Stream.of(Function.values()).map(Function::text), Stream.of("max", "min", "where"))
          .toList();

  private Vocabulary() {}

  static Optional<Function> function(String name) {
    return Stream.of(Function.values()).filter(f -> f.text().equals(name)).findFirst();
  }

  static Optional<Expr.Constant> constant(String name) {
    return Stream.of(Expr.Constant.values()).filter(c -> c.text().equals(name)).findFirst();
  }

  static boolean isCall(String name) {
    return CALLS.contains(name);
  }

  static FormulaException unknownFunction(int position, String name) {
    String meant =
        nearest(name, CALLS)
            .map(near -> ", did you mean " + near + "?")
            .orElse("; known are " + String.join(", ", CALLS));
    return new FormulaException(position, "unknown function " + name + meant);
  }

  static FormulaException unknownVariable(int position, String name, Collection<String> allowed) {
    String names = allowed.stream().sorted().collect(Collectors.joining(" and "));
    String known = names.isEmpty() ? "none is" : names + (allowed.size() > 1 ? " are" : " is");
    return new FormulaException(position, "unknown variable " + name + "; " + known + " allowed");
  }

  private static Optional<String> nearest(String written, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> distance(written, candidate) <= NEAR)
        .filter(candidate -> distance(written, candidate) < candidate.length() - 1)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(written, candidate))
                .thenComparing(candidate -> candidate.charAt(0) != written.charAt(0)));
  }

  /** Levenshtein's distance: insertions, deletions and substitutions from one to the other. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
