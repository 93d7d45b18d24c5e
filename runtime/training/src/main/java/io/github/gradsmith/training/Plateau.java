package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.loop.Settings;

/**
 * Lowers the learning rate when a number gets no better: PyTorch's {@code ReduceLROnPlateau}, in
 * its order, on top of any schedule. A value: what is remembered belongs to a run.
 *
 * <p>After each epoch: a number v is better if v &lt; best (1 − 10⁻⁴), or v &gt; best (1 + 10⁻⁴)
 * where larger is better; then the count of bad epochs is 0, or else one more. While a cooldown
 * lasts, it is one less and the count 0. A count above the patience multiplies the rate of all
 * later steps so that it becomes max(rate · factor, least), begins the cooldown and sets the count
 * to 0; a change of at most 10⁻⁸ is left out.
 *
 * @param monitor what is watched, once an epoch
 * @param factor what the rate is multiplied by, above 0 and below 1
 * @param patience bad epochs that are borne
 * @param cooldown epochs after a change that are not counted
 * @param least the rate below which no change leads
 */
public record Plateau(Monitor monitor, double factor, int patience, int cooldown, double least) {
  /**
   * As written.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Plateau {
    if (!(factor > 0 && factor < 1)) {
      throw new IllegalArgumentException(
          "factor is " + factor + ", expected a number above 0 and below 1");
    }
    Settings.requireAtLeast(0, patience, "patience");
    Settings.requireAtLeast(0, cooldown, "cooldown");
    Settings.requireFiniteAndNotNegative(least, "least");
  }

  /** With a factor of 0.1, a patience of 10 epochs, no cooldown and no least rate. */
  public static Plateau on(Monitor monitor) {
    return new Plateau(monitor, 0.1, 10, 0, 0);
  }

  /** With another factor. */
  public Plateau factor(double number) {
    return new Plateau(monitor, number, patience, cooldown, least);
  }

  /** With another patience. */
  public Plateau patience(int epochs) {
    return new Plateau(monitor, factor, epochs, cooldown, least);
  }

  /** With another cooldown. */
  public Plateau cooldown(int epochs) {
    return new Plateau(monitor, factor, patience, epochs, least);
  }

  /** With another least rate. */
  public Plateau least(double rate) {
    return new Plateau(monitor, factor, patience, cooldown, rate);
  }
}
