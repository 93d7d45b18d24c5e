package io.github.gradsmith.sample.benchmarks.report;

import java.util.List;

/**
 * One contender at one work, all rounds of it.
 *
 * @param contender such as {@code generated}
 * @param backend what the JVM was started for, {@code plain} or {@code vector}
 * @param kernels what then computed, by the network's own word
 * @param size such as {@code 784-30-10}
 * @param precision {@code float} or {@code double}
 * @param task such as {@code train-10}
 * @param samples samples that one call goes through
 * @param rounds microseconds a call: for each round, a JVM of its own, the time of every iteration
 * @param bytesPerCall bytes that the calling thread allocated a call, counted after the last
 *     iteration; the largest of all rounds
 * @param gcBytesPerCall JMH's {@code gc.alloc.rate.norm} of each round, which counts what JMH
 *     allocates between the calls, too
 */
public record Measurement(
    String contender,
    String backend,
    String kernels,
    String size,
    String precision,
    String task,
    int samples,
    List<List<Double>> rounds,
    double bytesPerCall,
    List<Double> gcBytesPerCall) {

  /** Microseconds a sample: the median over the rounds of each round's median iteration. */
  public double microsecondsPerSample() {
    return Median.of(rounds.stream().map(Median::of).toList()) / samples;
  }

  /** Whether this is the same network at the same task as another. */
  public boolean sameWork(Measurement other) {
    return size.equals(other.size) && precision.equals(other.precision) && task.equals(other.task);
  }
}
