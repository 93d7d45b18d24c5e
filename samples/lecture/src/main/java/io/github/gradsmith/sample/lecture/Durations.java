package io.github.gradsmith.sample.lecture;

import java.util.Locale;

/** Seconds in the unit one would say them in. */
final class Durations {
  private Durations() {}

  /** For example {@code 4.2 µs}, {@code 310 ms}, {@code 5.1 h}. */
  static String text(double seconds) {
    if (seconds < 1e-3) {
      return text(seconds * 1e6, "µs");
    }
    if (seconds < 1) {
      return text(seconds * 1e3, "ms");
    }
    if (seconds < 120) {
      return text(seconds, "s");
    }
    return seconds < 7200 ? text(seconds / 60, "min") : text(seconds / 3600, "h");
  }

  private static String text(double value, String unit) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f %s" : "%.0f %s", value, unit);
  }
}
