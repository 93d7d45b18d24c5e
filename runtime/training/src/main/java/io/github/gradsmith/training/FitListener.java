package io.github.gradsmith.training;

/**
 * Looks on while a run goes on. What it throws ends the run: the network keeps the parameters of
 * the last step, and the caller gets the exception.
 */
public interface FitListener {
  /** Before the first step; a resumed run has finished epochs already. */
  default void started(Run run) {}

  /** After each step. */
  default void stepEnded(Run run) {}

  /** After each epoch, its decisions and its checkpoint. */
  default void epochEnded(Run run) {}

  /** After the run, when the network has the parameters that it keeps. */
  default void ended(Run run) {}
}
