package io.github.gradsmith.sample.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Percentiles of single calls beside those of a plain loop of the same median, in Markdown. */
final class LatencyTable {
  private static final String HEAD =
      """
      | call | JVM started for | kernels | p50 | p99 | p99.9 | p99.9 to that of the plain loop |
      |---|---|---|---:|---:|---:|---:|
      """;

  private LatencyTable() {}

  /** The table: pairs of a network and the loop that ran between its calls. */
  static String of(List<LatencyResult> results) {
    StringBuilder text = new StringBuilder(results.isEmpty() ? "" : HEAD);
    for (int i = 0; i + 1 < results.size(); i += 2) {
      LatencyResult network = results.get(i);
      LatencyResult loop = results.get(i + 1);
      double ratio = (double) network.p999() / loop.p999();
      text.append(row(network, String.format(Locale.ROOT, "%.2f", ratio)));
      text.append(row(loop, ""));
    }
    return text.toString();
  }

  private static String row(LatencyResult result, String ratio) {
    return "| %s | %s | %s | %d | %d | %d | %s |\n"
        .formatted(
            result.what(),
            result.backend(),
            result.kernels(),
            result.p50(),
            result.p99(),
            result.p999(),
            ratio);
  }
}
