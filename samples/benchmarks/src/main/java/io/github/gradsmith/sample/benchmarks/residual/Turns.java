package io.github.gradsmith.sample.benchmarks.residual;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Training steps of several networks, one of each in turn, so that all meet the same moments of a
 * machine whose speed drifts.
 */
public final class Turns {
  /** Samples of a step. */
  public static final int BATCH = 64;

  private static final long WARM_UP = 5_000_000_000L;
  private static final int ROUNDS = 1500;
  private static final double NANOS = 1e3;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<String, IntConsumer> steps = new LinkedHashMap<>();

  /**
   * Takes part.
   *
   * @param name what results call it
   * @param step makes a step on mini-batch k, counted from 0
   */
  public void add(String name, IntConsumer step) {
    steps.put(name, step);
  }

  /** Microseconds of the processor for a sample, of all rounds in order of size, by name. */
  public Map<String, double[]> run() {
    long end = threads.getCurrentThreadCpuTime() + WARM_UP * steps.size();
    for (int k = 0; threads.getCurrentThreadCpuTime() < end; k++) {
      for (IntConsumer step : steps.values()) {
        step.accept(k);
      }
    }
    Map<String, double[]> times = new LinkedHashMap<>();
    steps.keySet().forEach(name -> times.put(name, new double[ROUNDS]));
    List<String> names = new ArrayList<>(steps.keySet());
    for (int k = 0; k < ROUNDS; k++) {
      for (int i = 0; i < names.size(); i++) {
        String name = names.get((i + k) % names.size());
        times.get(name)[k] = timed(steps.get(name), k);
      }
    }
    times.values().forEach(Arrays::sort);
    return times;
  }

  private double timed(IntConsumer step, int k) {
    long begin = threads.getCurrentThreadCpuTime();
    step.accept(k);
    return (threads.getCurrentThreadCpuTime() - begin) / NANOS / BATCH;
  }

  /** The best, the first decile and the median of times in order. */
  public static String words(double[] times) {
    return String.format(
        "best %.2f, decile %.2f, median %.2f",
        times[0], times[times.length / 10], times[times.length / 2]);
  }

  /** How many times as long the first takes, by the median. */
  public static double ratio(double[] first, double[] second) {
    return first[first.length / 2] / second[second.length / 2];
  }
}
