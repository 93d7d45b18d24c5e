package io.github.gradsmith.sample.benchmarks.report;

import java.util.List;
import java.util.Optional;

/** Generated networks against naive loops: a table in Markdown for one run and precision. */
final class NaiveTable {
  private static final String HEAD =
      """
      | network | task | naive | plain | ratio | with the vector module | ratio | its kernels | bytes a call |
      |---|---|---:|---:|---:|---:|---:|---|---:|
      """;

  private final Comparison comparison;

  NaiveTable(RunResult run) {
    comparison = new Comparison(run);
  }

  /** The table, or nothing if no such network was measured. */
  String of(String precision) {
    List<String> rows =
        comparison.works().stream()
            .filter(work -> work.precision().equals(precision))
            .filter(work -> comparison.naive(work).isPresent())
            .map(this::row)
            .toList();
    return rows.isEmpty() ? "" : HEAD + String.join("", rows);
  }

  private String row(Measurement work) {
    Optional<Measurement> vector = comparison.of(Comparison.GENERATED, Comparison.VECTOR, work);
    return "| %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            work.size(),
            work.task(),
            comparison.naive(work).map(NaiveTable::time).orElse(""),
            timeAndRatio(Comparison.PLAIN, work),
            timeAndRatio(Comparison.VECTOR, work)
                + " | "
                + vector.map(Measurement::kernels).orElse(""),
            bytes(work))
        .replace(System.lineSeparator(), "\n");
  }

  private String timeAndRatio(String backend, Measurement work) {
    Optional<Measurement> own = comparison.of(Comparison.GENERATED, backend, work);
    Optional<Measurement> naive = comparison.naive(work);
    if (own.isEmpty() || naive.isEmpty()) {
      return " | ";
    }
    double microseconds = own.get().microsecondsPerSample();
    return time(own.get())
        + " | "
        + Numbers.ratio(naive.get().microsecondsPerSample(), microseconds);
  }

  /** The larger of both backends. */
  private String bytes(Measurement work) {
    return List.of(Comparison.PLAIN, Comparison.VECTOR).stream()
        .flatMap(backend -> comparison.of(Comparison.GENERATED, backend, work).stream())
        .map(Measurement::bytesPerCall)
        .max(Double::compare)
        .map(Numbers::bytes)
        .orElse("");
  }

  private static String time(Measurement measurement) {
    return Numbers.significant(measurement.microsecondsPerSample());
  }
}
