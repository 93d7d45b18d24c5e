package io.github.gradsmith.training;

/**
 * A run as listeners see it, between two of its steps. There is one object for the whole run, and
 * nothing of it changes the run.
 */
public interface Run {
  /** The epoch that runs or has just ended, from 1; 0 before the first. */
  int epoch();

  /** The epochs that the run has if nothing ends it before. */
  int epochs();

  /** The steps made so far, over the whole run. */
  long step();

  /** The steps of an epoch. */
  long stepsPerEpoch();

  /** The last step's mean loss, before the step; NaN before the first. */
  double loss();

  /** The running loss of the epoch; NaN before its first step. */
  double runningLoss();

  /** The last step's learning rate; NaN before the first. */
  double learningRate();

  /** The last step's gradient norm before clipping; NaN when not computed. */
  double gradientNorm();

  /** Whether early stopping or a limit of time may end the run before its last epoch. */
  boolean mayEndEarly();

  /** The finished epochs; {@link History#stop} is known when the run has ended. */
  History history();
}
