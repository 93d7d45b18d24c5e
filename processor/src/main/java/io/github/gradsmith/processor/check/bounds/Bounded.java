package io.github.gradsmith.processor.check.bounds;

/**
 * A value and how far rounding may carry off whoever computes it step by step.
 *
 * @param value with the digits of double and a wide range
 * @param error not negative; infinite or NaN where nothing is certain
 * @param isTurning whether rounding may turn a comparison or a sign, so that either side is right
 */
record Bounded(ScaledDouble value, ScaledDouble error, boolean isTurning) {
  private static final ScaledDouble DIGIT = ScaledDouble.of(0x1p-52);

  static final ScaledDouble NOTHING = ScaledDouble.of(0);

  /** A value that is off by its last digit. */
  static Bounded rounded(ScaledDouble value, ScaledDouble error, double unit, boolean isTurning) {
    return new Bounded(value, error.plus(value.abs().times(ScaledDouble.of(unit))), isTurning);
  }

  /** What a step makes of the value and of one at the end of the error. */
  static ScaledDouble spread(ScaledDouble value, ScaledDouble moved) {
    return moved.plus(value.negated()).abs();
  }

  /** Another value even where the error is less than a digit. */
  ScaledDouble moved() {
    ScaledDouble moved = value.plus(error);
    return moved.equals(value) && error.sign() > 0 ? value.plus(value.abs().times(DIGIT)) : moved;
  }
}
