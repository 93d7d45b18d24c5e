package io.github.gradsmith.sample.benchmarks;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.sample.benchmarks.contender.Call;
import io.github.gradsmith.sample.benchmarks.contender.Contenders;
import io.github.gradsmith.sample.benchmarks.contender.Precision;
import io.github.gradsmith.sample.benchmarks.contender.Prepared;
import io.github.gradsmith.sample.benchmarks.contender.Size;
import io.github.gradsmith.sample.benchmarks.contender.Task;
import io.github.gradsmith.sample.benchmarks.contender.Workload;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Microseconds a call. One method measures everything: each fork loads a single kind of call, so
 * that HotSpot sees through it as if it stood here.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
  private static final int COUNTED_CALLS = 20;

  @Param("generated")
  public String contender;

  @Param("N784_30_10")
  public Size size;

  @Param("FLOAT")
  public Precision precision;

  @Param("FORWARD")
  public Task task;

  private Prepared prepared;
  private Call call;

  /** Makes the contender and its data. */
  @Setup
  public void prepare() throws Exception {
    prepared = Contenders.named(contender).prepare(new Workload(size, precision, task));
    call = prepared.call();
  }

  /** What is timed. */
  @Benchmark
  public double call() {
    return call.run();
  }

  /** Counts what the last calls allocate, and says what computed. */
  @TearDown
  public void report() throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long none = -allocated(threads) + allocated(threads);
    long before = allocated(threads);
    for (int k = 0; k < COUNTED_CALLS; k++) {
      call.run();
    }
    double bytes = allocated(threads) - before - none;
    new ForkReport(prepared.kernels(), prepared.samples(), bytes / COUNTED_CALLS).write();
  }

  private static long allocated(ThreadMXBean threads) {
    return threads.getCurrentThreadAllocatedBytes();
  }
}
