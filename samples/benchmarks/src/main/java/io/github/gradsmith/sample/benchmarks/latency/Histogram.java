package io.github.gradsmith.sample.benchmarks.latency;

import java.util.Map;
import java.util.TreeMap;

/** How many calls took how many nanoseconds, one by one up to a millisecond. */
final class Histogram {
  private static final int LONGEST = 1_000_000;

  private final int[] calls = new int[LONGEST + 1];
  private int total;

  /** Counts a call; one of more than a millisecond counts as one of a millisecond. */
  void add(long nanoseconds) {
    calls[(int) Math.min(nanoseconds, LONGEST)]++;
    total++;
  }

  /** Counts what another one counted. */
  void add(Histogram other) {
    for (int nanoseconds = 0; nanoseconds <= LONGEST; nanoseconds++) {
      calls[nanoseconds] += other.calls[nanoseconds];
    }
    total += other.total;
  }

  int total() {
    return total;
  }

  /** The time that this share of the calls does not exceed, such as 0.999. */
  int percentile(double share) {
    if (total == 0) {
      throw new IllegalStateException("nothing was timed");
    }
    long rank = (long) Math.ceil(share * total);
    long seen = 0;
    for (int nanoseconds = 0; nanoseconds < LONGEST; nanoseconds++) {
      seen += calls[nanoseconds];
      if (seen >= rank) {
        return nanoseconds;
      }
    }
    return LONGEST;
  }

  /** Lines {@code name,nanoseconds,calls}: those times that occurred, to three digits. */
  String csv(String name) {
    Map<Integer, Integer> rounded = new TreeMap<>();
    for (int nanoseconds = 0; nanoseconds <= LONGEST; nanoseconds++) {
      if (calls[nanoseconds] > 0) {
        rounded.merge(threeDigits(nanoseconds), calls[nanoseconds], Integer::sum);
      }
    }
    StringBuilder text = new StringBuilder();
    rounded.forEach(
        (nanoseconds, count) ->
            text.append(name)
                .append(',')
                .append(nanoseconds)
                .append(',')
                .append(count)
                .append('\n'));
    return text.toString();
  }

  private static int threeDigits(int nanoseconds) {
    int unit = 1;
    while (nanoseconds / unit >= 1000) {
      unit *= 10;
    }
    return nanoseconds / unit * unit;
  }
}
