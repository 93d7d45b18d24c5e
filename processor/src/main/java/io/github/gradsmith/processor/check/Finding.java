package io.github.gradsmith.processor.check;

/**
 * Something wrong with a formula at a point.
 *
 * @param kind what
 * @param point where, nearest to 0
 * @param found what the formula or its derivative gives there; before a jump
 * @param other behind a jump; what difference quotients give
 * @param further at how many more points the same is wrong
 * @param tried at how many points it was tried
 */
public record Finding(Kind kind, double point, double found, double other, int further, int tried) {
  /** What can be wrong. */
  public enum Kind {
    UNDEFINED,
    NOT_FINITE,
    JUMP,
    DERIVATIVE_NOT_FINITE,
    DERIVATIVE_DIFFERS
  }
}
