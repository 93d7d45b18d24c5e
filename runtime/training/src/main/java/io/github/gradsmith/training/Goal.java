package io.github.gradsmith.training;

/** What is better: a smaller number or a larger one. */
public enum Goal {
  /** Smaller is better, as with losses and errors. */
  MINIMIZE,
  /** Larger is better, as with accuracies. */
  MAXIMIZE;

  /** Whether one number is better than another; NaN is better than nothing. */
  public boolean isBetter(double value, double than) {
    return this == MINIMIZE ? value < than : value > than;
  }
}
