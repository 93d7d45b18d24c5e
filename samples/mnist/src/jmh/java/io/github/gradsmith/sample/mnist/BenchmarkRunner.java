package io.github.gradsmith.sample.mnist;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link DigitNetBenchmark} and prints how many times as fast the generated network is. */
public final class BenchmarkRunner {
  private BenchmarkRunner() {}

  /** Takes about a minute and a half. */
  public static void main(String[] args) throws RunnerException {
    String benchmark = DigitNetBenchmark.class.getName();
    Collection<RunResult> results =
        new Runner(new OptionsBuilder().include(benchmark).build()).run();
    System.out.println();
    for (String what : new String[] {"forward", "train"}) {
      double generated = score(results, what + "Generated");
      double naive = score(results, what + "Naive");
      String line = "%-8s generated %6.2f us, naive %6.2f us a sample: %.1f times as fast%n";
      System.out.printf(Locale.ROOT, line, what, generated, naive, naive / generated);
    }
  }

  private static double score(Collection<RunResult> results, String method) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
        .findFirst()
        .orElseThrow()
        .getPrimaryResult()
        .getScore();
  }
}
