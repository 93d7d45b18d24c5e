package io.github.gradsmith.sample.benchmarks.report;

/**
 * Percentiles of single calls in nanoseconds.
 *
 * @param what the network's size, or {@code plain loop}
 * @param backend what the JVM was started for
 * @param kernels what then computed
 * @param calls how many calls were timed
 */
public record LatencyResult(
    String what, String backend, String kernels, int calls, int p50, int p99, int p999) {}
