package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.loop.Settings;

/**
 * Ends a run when a number gets no better, and gives the network the parameters of the best epoch
 * back, whatever the run's end. A value: what is remembered belongs to a run.
 *
 * <p>A number v is better if v &lt; best − δ, or v &gt; best + δ where larger is better. NaN never
 * is, the first finite number always. The optimizer's state stays that of the last step.
 *
 * @param monitor what is watched, once an epoch
 * @param patience epochs without a better number, after which the run ends
 * @param delta δ, how much better a number must be
 * @param startFrom the first epoch whose number counts, from 1
 */
public record EarlyStopping(Monitor monitor, int patience, double delta, int startFrom) {
  /**
   * As written.
   *
   * @throws IllegalArgumentException if patience or startFrom is below 1, or delta is negative or
   *     not finite
   */
  public EarlyStopping {
    Settings.requireAtLeast(1, patience, "patience");
    Settings.requireFiniteAndNotNegative(delta, "delta");
    Settings.requireAtLeast(1, startFrom, "startFrom");
  }

  /** With a patience of 10 epochs, δ = 0, from the first epoch on. */
  public static EarlyStopping on(Monitor monitor) {
    return new EarlyStopping(monitor, 10, 0, 1);
  }

  /** With another patience. */
  public EarlyStopping patience(int epochs) {
    return new EarlyStopping(monitor, epochs, delta, startFrom);
  }

  /** With another δ. */
  public EarlyStopping delta(double least) {
    return new EarlyStopping(monitor, patience, least, startFrom);
  }

  /** From another epoch on: the numbers of those before it set nothing. */
  public EarlyStopping startFrom(int epoch) {
    return new EarlyStopping(monitor, patience, delta, epoch);
  }
}
