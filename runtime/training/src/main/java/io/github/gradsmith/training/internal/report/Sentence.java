package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.chart.Numbers;
import java.util.stream.DoubleStream;

/** What a curve says, in words. */
final class Sentence {
  private Sentence() {}

  /**
   * How a number went, from its first finite value to its last.
   *
   * @param best the epoch with the best value, from 1; 0 if none is to be named
   * @param word what the best value is: lowest or highest
   */
  static String of(String name, double[] values, int best, String word) {
    double[] finite = DoubleStream.of(values).filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      return values.length == 0
          ? name + " has no epoch yet."
          : name + " is finite in none of " + epochs(values.length) + ".";
    }
    double first = finite[0];
    double last = finite[finite.length - 1];
    StringBuilder sentence = new StringBuilder(name);
    if (finite.length == 1 || first == last) {
      sentence.append(finite.length == 1 ? " is " : " begins and ends at ");
      sentence.append(Numbers.rounded(first));
    } else {
      sentence.append(last < first ? " falls from " : " rises from ");
      sentence.append(Numbers.rounded(first)).append(" to ").append(Numbers.rounded(last));
    }
    if (best > 0 && finite.length > 1) {
      sentence.append(", ").append(word).append(" in epoch ").append(best);
      sentence.append(": ").append(Numbers.rounded(values[best - 1]));
    }
    sentence.append('.');
    if (finite.length < values.length) {
      sentence.append(" It is not finite in ").append(epochs(values.length - finite.length));
      sentence.append('.');
    }
    return sentence.toString();
  }

  /** So many epochs, in words. */
  static String epochs(int count) {
    return count(count, "epoch");
  }

  /** So many of something, in words. */
  static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
