package io.github.gradsmith.sample.benchmarks.contender;

/**
 * A contender ready to run.
 *
 * @param call what is timed
 * @param samples samples that one call goes through
 * @param kernels what computes, such as {@code plain} or {@code vector 256}
 */
public record Prepared(Call call, int samples, String kernels) {}
