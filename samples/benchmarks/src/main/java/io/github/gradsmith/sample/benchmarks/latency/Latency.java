package io.github.gradsmith.sample.benchmarks.latency;

import com.google.gson.Gson;
import io.github.gradsmith.sample.benchmarks.contender.Call;
import io.github.gradsmith.sample.benchmarks.contender.Contenders;
import io.github.gradsmith.sample.benchmarks.contender.Precision;
import io.github.gradsmith.sample.benchmarks.contender.Prepared;
import io.github.gradsmith.sample.benchmarks.contender.Size;
import io.github.gradsmith.sample.benchmarks.contender.Task;
import io.github.gradsmith.sample.benchmarks.contender.Workload;
import io.github.gradsmith.sample.benchmarks.report.LatencyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Times {@code forward} of one sample and a plain loop in turns, each call on its own, in a JVM
 * started for one backend.
 */
public final class Latency {
  private static final Size SIZE = Size.N784_30_10;
  private static final int WARM_UP_CALLS = 50_000;
  private static final int ADJUSTMENTS = 10;
  private static final int ROUNDS = 50;
  private static final int CALLS_OF_A_ROUND = 20_000;

  private final Call call;
  private final PlainLoop loop = new PlainLoop();
  private double sink;

  private Latency(Call call) {
    this.call = call;
  }

  /**
   * Prints two results as JSON, the network's and the loop's.
   *
   * @param arguments the name of the backend, and the file for the histograms
   */
  public static void main(String[] arguments) throws Exception {
    String backend = arguments[0];
    Workload workload = new Workload(SIZE, Precision.FLOAT, Task.FORWARD);
    Prepared network = Contenders.named("generated").prepare(workload);
    Latency latency = new Latency(network.call());
    latency.warmUp();
    Histogram networkTimes = new Histogram();
    Histogram loopTimes = new Histogram();
    for (int round = 0; round < ROUNDS; round++) {
      latency.timeAndAdjust(networkTimes, loopTimes);
    }
    if (Double.isNaN(latency.sink)) {
      throw new IllegalStateException("the network computes NaN");
    }
    write(Path.of(arguments[1]), networkTimes, loopTimes);
    System.out.println(
        new Gson()
            .toJson(
                List.of(
                    result(SIZE.toString(), backend, network.kernels(), networkTimes),
                    result("plain loop", backend, "scalar", loopTimes))));
  }

  /** Until both are compiled, and the loop takes as long as the network. */
  private void warmUp() {
    time(WARM_UP_CALLS, new Histogram(), new Histogram());
    for (int k = 0; k < ADJUSTMENTS; k++) {
      timeAndAdjust(new Histogram(), new Histogram());
    }
  }

  /** A round; after it the loop's length follows the network, should the machine have drifted. */
  private void timeAndAdjust(Histogram networkTimes, Histogram loopTimes) {
    Histogram network = new Histogram();
    Histogram plain = new Histogram();
    time(CALLS_OF_A_ROUND, network, plain);
    loop.adjust(plain.percentile(0.5), network.percentile(0.5));
    networkTimes.add(network);
    loopTimes.add(plain);
  }

  private void time(int calls, Histogram networkTimes, Histogram loopTimes) {
    for (int k = 0; k < calls; k++) {
      long start = System.nanoTime();
      sink += call.run();
      long between = System.nanoTime();
      sink += loop.run();
      long end = System.nanoTime();
      networkTimes.add(between - start);
      loopTimes.add(end - between);
    }
  }

  private static LatencyResult result(
      String what, String backend, String kernels, Histogram times) {
    return new LatencyResult(
        what,
        backend,
        kernels,
        times.total(),
        times.percentile(0.5),
        times.percentile(0.99),
        times.percentile(0.999));
  }

  private static void write(Path file, Histogram network, Histogram loop) throws IOException {
    String head = "call,nanoseconds,calls\n";
    Files.writeString(file, head + network.csv(SIZE.toString()) + loop.csv("plain loop"));
  }
}
