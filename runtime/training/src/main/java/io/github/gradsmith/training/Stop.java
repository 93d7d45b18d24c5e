package io.github.gradsmith.training;

/** Why a run ended. */
public enum Stop {
  /** All epochs are done. */
  EPOCHS,
  /** The monitor of early stopping got no better for as long as its patience. */
  PATIENCE,
  /** The time was over. */
  DURATION,
  /** Somebody asked for it, or interrupted the thread. */
  CANCELLED,
  /**
   * A loss, gradient, parameter or optimizer state was NaN or infinite. The network has the
   * parameters of the best epoch if early stopping keeps them, or else those of the last finite
   * epoch, and its optimizer begins anew.
   */
  NOT_FINITE
}
