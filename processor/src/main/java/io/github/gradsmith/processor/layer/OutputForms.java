package io.github.gradsmith.processor.layer;

import io.github.gradsmith.processor.check.Chosen;

/**
 * The forms in which generated code has the formulas of the last layer.
 *
 * @param loss one output's term, in {@code a} and {@code t} or in {@code z} and {@code t}; of no
 *     use where the term is in a shifted sum
 * @param delta that of each output for itself, in {@code a} and {@code t} and perhaps {@code z}; of
 *     coupled outputs the whole, with {@code sum} for the sum of all summands
 * @param summand that of coupled outputs; else the same as {@code delta}
 */
public record OutputForms(Chosen loss, Chosen delta, Chosen summand) {
  /** Whether a delta needs the weighted sum. */
  public boolean deltaNeedsZ() {
    return delta.form().expr().variables().contains("z");
  }

  /** Whether the loss needs the weighted sum. */
  boolean lossNeedsZ() {
    return loss.form().expr().variables().contains("z");
  }
}
