package io.github.gradsmith.sample.benchmarks.contender;

/** One line of the comparison: which network, of which numbers, does what. */
public record Workload(Size size, Precision precision, Task task) {
  /** Whether anything is to be compared with there. */
  public boolean makesSense() {
    return task != Task.TRAIN_64 || size == Size.N784_512_512_10 && precision == Precision.FLOAT;
  }

  @Override
  public String toString() {
    return size + " " + precision + " " + task;
  }
}
