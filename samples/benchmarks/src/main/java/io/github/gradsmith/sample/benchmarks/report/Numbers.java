package io.github.gradsmith.sample.benchmarks.report;

import java.util.Locale;

/** Numbers as the tables show them. */
final class Numbers {
  private Numbers() {}

  /** Three significant digits, never with an exponent: 0.0123, 1.23, 12.3, 123, 1234. */
  static String significant(double value) {
    int beforePoint = value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    return String.format(Locale.ROOT, "%." + Math.max(0, 3 - beforePoint) + "f", value);
  }

  /** How many times as long one takes as the other: 9.8 ×, 12 ×. */
  static String ratio(double longer, double shorter) {
    double ratio = longer / shorter;
    return String.format(Locale.ROOT, ratio < 9.95 ? "%.1f ×" : "%.0f ×", ratio);
  }

  /** Bytes a call; below half a byte nothing was allocated. */
  static String bytes(double value) {
    return Long.toString(Math.round(value));
  }
}
