package io.github.gradsmith.sample.benchmarks.report;

import java.util.List;

/**
 * What a program of another language said of itself, each time it ran.
 *
 * @param program how it was built or run, such as {@code gcc -O3 -march=native}
 * @param size such as {@code 784-30-10}
 * @param task such as {@code train-10}
 * @param microsecondsPerSample one value for each run
 */
public record ProgramResult(
    String program, String size, String task, List<Double> microsecondsPerSample) {

  /** The median of all runs. */
  public double median() {
    return Median.of(microsecondsPerSample);
  }
}
