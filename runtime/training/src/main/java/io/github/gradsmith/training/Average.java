package io.github.gradsmith.training;

/** How numbers of classes become one. */
public enum Average {
  /** The mean over all classes. */
  MACRO,
  /** From the counts of all classes together. */
  MICRO,
  /** The mean over all classes, each weighted by its rows. */
  WEIGHTED
}
