package io.github.gradsmith.processor.formula.text;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
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
        .filter(candidate -> EditDistance.between(written, candidate) <= NEAR)
        .filter(candidate -> EditDistance.between(written, candidate) < candidate.length() - 1)
        .min(
            Comparator.<String>comparingInt(candidate -> EditDistance.between(written, candidate))
                .thenComparing(candidate -> candidate.charAt(0) != written.charAt(0)));
  }
}
