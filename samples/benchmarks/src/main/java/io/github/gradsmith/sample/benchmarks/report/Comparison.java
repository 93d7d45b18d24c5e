package io.github.gradsmith.sample.benchmarks.report;

import java.util.List;
import java.util.Optional;

/** Finds the measurements of a run that belong together. */
final class Comparison {
  static final String GENERATED = "generated";
  static final String NAIVE = "naive";
  static final String PLAIN = "plain";
  static final String VECTOR = "vector";

  private final List<Measurement> measurements;

  Comparison(RunResult run) {
    measurements = run.measurements();
  }

  /** One for each work, the baseline where it was measured: in the order of the run. */
  List<Measurement> works() {
    return measurements.stream()
        .filter(
            one ->
                measurements.stream().filter(one::sameWork).findFirst().orElseThrow().equals(one))
        .toList();
  }

  Optional<Measurement> of(String contender, String backend, Measurement work) {
    return measurements.stream()
        .filter(one -> one.sameWork(work))
        .filter(one -> one.contender().equals(contender) && one.backend().equals(backend))
        .findFirst();
  }

  Optional<Measurement> naive(Measurement work) {
    return of(NAIVE, PLAIN, work);
  }

  /** Ours on a backend, in {@code float}, at a size and a task. */
  Optional<Measurement> generated(String backend, String size, String task) {
    return measurements.stream()
        .filter(one -> one.contender().equals(GENERATED) && one.backend().equals(backend))
        .filter(one -> one.precision().equals("float"))
        .filter(one -> one.size().equals(size) && one.task().equals(task))
        .findFirst();
  }

  /** How many times as fast as naive loops ours is on a backend. */
  Optional<Double> speedUp(String backend, Measurement work) {
    return naive(work)
        .flatMap(
            naive ->
                of(GENERATED, backend, work)
                    .map(own -> naive.microsecondsPerSample() / own.microsecondsPerSample()));
  }

  /** Libraries in Java that are not ours, in the order of the run. */
  List<Measurement> peers() {
    return measurements.stream()
        .filter(one -> !one.contender().equals(GENERATED) && !one.contender().equals(NAIVE))
        .toList();
  }
}
