package io.github.gradsmith.internal.parallel;

/** A network that has a {@link FloatParallelStep}, as generated ones do. */
public interface FloatStepSource {
  /** The step of this network or replica, on its working memory. */
  FloatParallelStep parallelStep();
}
