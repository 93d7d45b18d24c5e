package io.github.gradsmith.sample.benchmarks.report;

import java.util.List;

/**
 * A whole run on one JDK: the content of a file of raw results.
 *
 * @param date the day, as {@code 2026-11-24}
 * @param java the JVM's name and version
 * @param feature the JDK's number, such as 17
 * @param settings the arguments of the run and what they came to
 * @param absent peers that could not run, and why
 */
public record RunResult(
    String date,
    String java,
    int feature,
    Machine machine,
    String settings,
    List<Measurement> measurements,
    List<ProgramResult> programs,
    List<LatencyResult> latencies,
    List<String> absent) {

  /** Such as {@code 2026-11-24-jdk17}: a file name without its extension. */
  public String name() {
    return date + "-jdk" + feature;
  }
}
