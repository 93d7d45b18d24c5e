package io.github.gradsmith.training;

import java.util.Optional;

/**
 * A point of a search and what came of it.
 *
 * @param index its number, from 0
 * @param point the parameters
 * @param score what the trial returned; NaN if it threw an exception
 * @param failure that exception
 */
public record Trial(int index, Point point, double score, Optional<Exception> failure) {
  /** The parameters of a trial, by the names that the search gave them. */
  public interface Point {
    /**
     * A number.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    double number(String name);

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if there is none of that name, or it is not whole
     */
    int integer(String name);
  }
}
