package io.github.gradsmith.sample.benchmarks.report;

import java.util.List;

/** The middle of a list of numbers. */
public final class Median {
  private Median() {}

  /** The middle one, or the mean of the middle two. */
  public static double of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values, no median");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
