package io.github.gradsmith.sample.benchmarks.sweep;

import java.util.Locale;

/**
 * Nanoseconds a call of one shape, medians of interleaved rounds.
 *
 * @param kernels what computed, by the network's own word
 */
record TrialResult(
    String kernels,
    double forwardGenerated,
    double forwardNaive,
    double trainGenerated,
    double trainNaive) {

  /** How many times as fast as naive loops {@code forward} is. */
  double forwardSpeedUp() {
    return forwardNaive / forwardGenerated;
  }

  /** How many times as fast as naive loops {@code train} is. */
  double trainSpeedUp() {
    return trainNaive / trainGenerated;
  }

  /** One line, such as {@code plain,12.3,45.6,123.4,567.8}. */
  String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%.1f,%.1f,%.1f,%.1f",
        kernels,
        forwardGenerated,
        forwardNaive,
        trainGenerated,
        trainNaive);
  }

  /** Reads such a line. */
  static TrialResult parse(String csv) {
    String[] cells = csv.split(",");
    if (cells.length != 5) {
      throw new IllegalArgumentException("expected five values, not \"" + csv + "\"");
    }
    return new TrialResult(
        cells[0],
        Double.parseDouble(cells[1]),
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]));
  }
}
