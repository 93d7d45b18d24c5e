package io.github.gradsmith.processor.validate.rule;

import io.github.gradsmith.processor.formula.text.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what was meant. */
public final class Spelling {
  private static final int NEAR = 3;

  private Spelling() {}

  /** The candidate that differs least, if by three changes of a character at most. */
  public static Optional<String> nearest(String written, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> EditDistance.between(written, candidate) <= NEAR)
        .min(Comparator.comparingInt(candidate -> EditDistance.between(written, candidate)));
  }
}
