package io.github.gradsmith.sample.benchmarks.contender;

/** What one call does. */
public enum Task {
  FORWARD("forward", 1),
  FORWARD_64("forward-64", 64),
  TRAIN_1("train-1", 1),
  TRAIN_10("train-10", 10),
  /** Only for the largest network, to stand beside NumPy. */
  TRAIN_64("train-64", 64),
  TRAIN_100("train-100", 100);

  private final String name;
  private final int samples;

  Task(String name, int samples) {
    this.name = name;
    this.samples = samples;
  }

  /** Samples that one call computes or trains with. */
  public int samples() {
    return samples;
  }

  /** As results and arguments name it; the number is the size of the batch. */
  @Override
  public String toString() {
    return name;
  }
}
