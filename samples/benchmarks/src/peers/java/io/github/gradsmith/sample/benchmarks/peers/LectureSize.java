package io.github.gradsmith.sample.benchmarks.peers;

import io.github.gradsmith.sample.benchmarks.contender.Precision;
import io.github.gradsmith.sample.benchmarks.contender.Size;
import io.github.gradsmith.sample.benchmarks.contender.Task;
import io.github.gradsmith.sample.benchmarks.contender.Workload;

/** Where libraries that train are compared: 784-30-10, one sample forward and batches of ten. */
final class LectureSize {
  static final Size SIZE = Size.N784_30_10;

  private LectureSize() {}

  static boolean is(Workload workload) {
    return workload.size() == SIZE
        && workload.precision() == Precision.FLOAT
        && (workload.task() == Task.FORWARD || workload.task() == Task.TRAIN_10);
  }
}
