package io.github.gradsmith.internal.parallel;

/** A network that has a {@link DoubleParallelStep}, as generated ones do. */
public interface DoubleStepSource {
  /** The step of this network or replica, on its working memory. */
  DoubleParallelStep parallelStep();
}
