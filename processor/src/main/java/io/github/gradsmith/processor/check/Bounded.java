package io.github.gradsmith.processor.check;

/**
 * A value and how far rounding may carry off whoever computes it step by step.
 *
 * @param value with the digits of double and a wide range
 * @param error not negative; infinite or NaN where nothing is certain
 * @param isTurning whether rounding may turn a comparison or a sign, so that either side is right
 */
record Bounded(Wide value, Wide error, boolean isTurning) {
  static final Wide NOTHING = Wide.of(0);

  /** A value that is off by its last digit. */
  static Bounded rounded(Wide value, Wide error, double unit, boolean isTurning) {
    return new Bounded(value, error.plus(value.abs().times(Wide.of(unit))), isTurning);
  }

  /** What a step makes of the value and of one at the end of the error. */
  static Wide spread(Wide value, Wide moved) {
    return moved.plus(value.negated()).abs();
  }

  Wide moved() {
    return value.plus(error);
  }
}
