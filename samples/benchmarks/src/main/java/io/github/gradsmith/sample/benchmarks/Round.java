package io.github.gradsmith.sample.benchmarks;

import io.github.gradsmith.sample.benchmarks.contender.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One contender at one work in a JVM of its own.
 *
 * @param microseconds microseconds a call, one value for each iteration
 * @param gcBytes JMH's {@code gc.alloc.rate.norm}
 * @param report what the fork said of itself
 */
record Round(List<Double> microseconds, double gcBytes, ForkReport report) {

  static Round run(String contender, Workload workload, Backend backend, double seconds)
      throws RunnerException, IOException {
    Path file = Files.createTempFile("benchmark", ".json");
    try {
      List<String> flags = new ArrayList<>(backend.flags());
      flags.add("-D" + ForkReport.FILE + "=" + file);
      OptionsBuilder options = new OptionsBuilder();
      options
          .include(CallBenchmark.class.getName() + ".call")
          .param("contender", contender)
          .param("size", workload.size().name())
          .param("precision", workload.precision().name())
          .param("task", workload.task().name())
          .jvmArgsAppend(flags.toArray(String[]::new))
          .addProfiler(GCProfiler.class)
          .forks(1)
          .warmupIterations(Settings.WARMUPS)
          .warmupTime(time(seconds))
          .measurementIterations(Settings.ITERATIONS)
          .measurementTime(time(seconds))
          .shouldFailOnError(true)
          .verbosity(VerboseMode.SILENT);
      RunResult result = new Runner(options.build()).runSingle();
      return of(result, ForkReport.read(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static TimeValue time(double seconds) {
    return TimeValue.microseconds((long) (seconds * 1e6));
  }

  private static Round of(RunResult result, ForkReport report) {
    List<Double> microseconds = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        microseconds.add(iteration.getPrimaryResult().getScore());
      }
    }
    double allocated = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
    return new Round(microseconds, allocated, report);
  }
}
