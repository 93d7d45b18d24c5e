package io.github.gradsmith.sample.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Other libraries and languages against generated networks in {@code float}, in Markdown. */
final class PeerTable {
  private static final String HEAD =
      """
      | peer | network | task | µs a sample | ours, plain | ratio | ours, vector module | ratio |
      |---|---|---|---:|---:|---:|---:|---:|
      """;

  private final RunResult run;
  private final Comparison comparison;

  PeerTable(RunResult run) {
    this.run = run;
    comparison = new Comparison(run);
  }

  /** The table, or nothing if no peer ran. */
  String text() {
    List<String> rows = new ArrayList<>();
    for (Measurement peer : comparison.peers()) {
      String name = peer.kernels();
      rows.add(row(name, peer.size(), peer.task(), peer.microsecondsPerSample()));
    }
    for (ProgramResult peer : run.programs()) {
      rows.add(row(peer.program(), peer.size(), peer.task(), peer.median()));
    }
    return rows.isEmpty() ? "" : HEAD + String.join("", rows);
  }

  private String row(String name, String size, String task, double microseconds) {
    List<String> cells =
        List.of(
            name,
            size,
            task,
            Numbers.significant(microseconds),
            ours(Comparison.PLAIN, size, task, microseconds),
            ours(Comparison.VECTOR, size, task, microseconds));
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** Our time and the ratio; blank where ours has no such task, as in {@code limit.c}. */
  private String ours(String backend, String size, String task, double microseconds) {
    Optional<Measurement> own = comparison.generated(backend, size, task);
    if (own.isEmpty()) {
      return " | ";
    }
    double time = own.get().microsecondsPerSample();
    return Numbers.significant(time) + " | " + Numbers.ratio(microseconds, time);
  }
}
