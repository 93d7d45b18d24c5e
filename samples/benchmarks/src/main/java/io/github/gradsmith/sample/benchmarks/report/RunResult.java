package io.github.gradsmith.sample.benchmarks.report;

import java.util.List;

/**
 * A whole run on one JDK: the content of a file of raw results.
 *
 * @param date the day, as {@code 2026-11-24}
 * @param java the JVM's name and version
 * @param feature the JDK's number, such as 17
 * @param settings the arguments of the run and what they came to
 * @param loads the machine's load average of the last minute as each round began, negative where
 *     the system does not tell: a run has the cores to itself only if it is small
 * @param absent peers that could not run, and why
 */
public record RunResult(
    String date,
    String java,
    int feature,
    Machine machine,
    String settings,
    List<Double> loads,
    List<Measurement> measurements,
    List<ProgramResult> programs,
    List<LatencyResult> latencies,
    List<String> absent) {

  /** Whether others wanted the cores, too, so much that the times mean little. */
  public boolean disturbed() {
    return loads.stream().anyMatch(load -> load > machine.cores() + 1);
  }

  /** Such as {@code 2026-11-24-jdk17}: a file name without its extension. */
  public String name() {
    return date + "-jdk" + feature;
  }
}
