package io.github.gradsmith.sample.benchmarks.sweep;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The page in Markdown that shows how many times as fast as naive loops every shape is. */
final class SweepPage {
  private static final String HEAD =
      """
      # Never slower than naive loops?

      Written by the profile `never-slower` of `samples/benchmarks`; do not edit. Networks of one layer in
      `float` with sigmoids, inputs down, outputs across: how many times as fast as naive loops the
      generated one is, in `forward` of one sample and in `train` with a batch of 10. Each shape runs in a
      JVM of its own (`-Xbatch`, so that all is compiled before it is timed), the median of interleaved
      rounds; one that is slower than the naive loops by more than 10 % is measured three times more, and
      its median of all four stands here. Bold: still slower by more than 10 %. The files named
      `never-slower-….csv` hold the nanoseconds.
      """;

  private SweepPage() {}

  static String of(List<SweepFile> files) {
    return HEAD + files.stream().map(SweepPage::section).collect(joining());
  }

  private static String section(SweepFile file) {
    List<Row> rows = List.copyOf(file.rows());
    List<Row> slower = rows.stream().filter(Row::slower).toList();
    String kernels =
        rows.stream()
            .flatMap(row -> row.trials().stream())
            .collect(Collectors.groupingBy(TrialResult::kernels, Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + " in " + entry.getValue() + " trials")
            .collect(joining(", "));
    return "\n## %s\n\n%d shapes, %d slower by more than 10 %%%s; kernels: %s.\n"
            .formatted(file.title(), rows.size(), slower.size(), names(slower), kernels)
        + "\n### `forward`\n\n"
        + matrix(rows, Row::forwardSpeedUp)
        + "\n### `train`\n\n"
        + matrix(rows, Row::trainSpeedUp);
  }

  private static String names(List<Row> slower) {
    return slower.isEmpty()
        ? ""
        : slower.stream().map(row -> row.shape().toString()).collect(joining(", ", " (", ")"));
  }

  private static String matrix(List<Row> rows, ToDoubleFunction<Row> speedUp) {
    List<Integer> outputs =
        rows.stream().map(row -> row.shape().outputs()).distinct().sorted().toList();
    List<Integer> inputs =
        rows.stream().map(row -> row.shape().inputs()).distinct().sorted().toList();
    StringBuilder text = new StringBuilder("| |");
    outputs.forEach(out -> text.append(" ").append(out).append(" |"));
    text.append("\n|---:|").append("---:|".repeat(outputs.size())).append("\n");
    for (int in : inputs) {
      text.append("| **").append(in).append("** |");
      for (int out : outputs) {
        text.append(" ").append(cell(rows, new Shape(in, out), speedUp)).append(" |");
      }
      text.append("\n");
    }
    return text.toString();
  }

  private static String cell(List<Row> rows, Shape shape, ToDoubleFunction<Row> speedUp) {
    return rows.stream()
        .filter(row -> row.shape().equals(shape))
        .findFirst()
        .map(row -> number(speedUp.applyAsDouble(row)))
        .orElse("");
  }

  private static String number(double speedUp) {
    String text = String.format(Locale.ROOT, speedUp < 9.95 ? "%.1f" : "%.0f", speedUp);
    return Row.isSlower(speedUp) ? "**" + String.format(Locale.ROOT, "%.2f", speedUp) + "**" : text;
  }
}
