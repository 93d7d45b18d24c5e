package io.github.gradsmith.training.internal.text;

import java.util.Locale;

/** Times as people read them. */
public final class Times {
  private static final double NANOS = 1e9;

  private Times() {}

  /** Seconds with some digits behind the point. */
  public static String seconds(long nanos) {
    double seconds = nanos / NANOS;
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
  }

  /** Whole seconds, minutes, or hours and minutes, rounded up. */
  public static String span(double nanos) {
    long seconds = (long) StrictMath.ceil(nanos / NANOS);
    if (seconds < 120) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
