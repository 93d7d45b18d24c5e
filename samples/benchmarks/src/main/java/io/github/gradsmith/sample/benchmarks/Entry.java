package io.github.gradsmith.sample.benchmarks;

import io.github.gradsmith.sample.benchmarks.contender.Workload;
import io.github.gradsmith.sample.benchmarks.report.Measurement;
import java.util.ArrayList;
import java.util.List;

/** One line of the plan, and what its rounds gave so far. */
final class Entry {
  final String contender;
  final Workload workload;
  final Backend backend;
  private final List<Round> rounds = new ArrayList<>();

  Entry(String contender, Workload workload, Backend backend) {
    this.contender = contender;
    this.workload = workload;
    this.backend = backend;
  }

  void add(Round round) {
    rounds.add(round);
  }

  Measurement measurement() {
    ForkReport report = rounds.get(0).report();
    return new Measurement(
        contender,
        backend.toString(),
        report.kernels(),
        workload.size().toString(),
        workload.precision().toString(),
        workload.task().toString(),
        report.samples(),
        rounds.stream().map(Round::microseconds).toList(),
        rounds.stream().mapToDouble(round -> round.report().bytesPerCall()).max().orElseThrow(),
        rounds.stream().map(Round::gcBytes).toList());
  }

  boolean measured() {
    return !rounds.isEmpty();
  }

  @Override
  public String toString() {
    return workload + " " + contender + (backend == Backend.VECTOR ? ", vector module" : "");
  }
}
