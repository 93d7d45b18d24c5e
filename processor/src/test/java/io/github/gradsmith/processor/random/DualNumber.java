package io.github.gradsmith.processor.random;

import java.util.function.DoubleUnaryOperator;

/**
 * A value and its slope by one variable, so that a formula evaluated in such numbers gives its
 * derivative without a symbolic rule. Every operation rounds as its {@link Arithmetic} says.
 */
record DualNumber(Arithmetic arithmetic, double value, double slope) {
  private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

  /** From here on the error function is 1 in double. */
  private static final double ERF_IS_ONE = 6;

  private DualNumber rounded(double newValue, double newSlope) {
    return new DualNumber(arithmetic, arithmetic.rounded(newValue), arithmetic.rounded(newSlope));
  }

  private DualNumber through(DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
    double newSlope = derivative.applyAsDouble(value) * slope;
    return new DualNumber(
        arithmetic,
        arithmetic.ofFunction(function.applyAsDouble(value)),
        arithmetic.rounded(newSlope));
  }

  DualNumber plus(DualNumber other) {
    return rounded(value + other.value, slope + other.slope);
  }

  DualNumber plus(double other) {
    return rounded(value + other, slope);
  }

  DualNumber minus(DualNumber other) {
    return rounded(value - other.value, slope - other.slope);
  }

  DualNumber times(DualNumber other) {
    double left = arithmetic.rounded(slope * other.value);
    double right = arithmetic.rounded(value * other.slope);
    return rounded(value * other.value, left + right);
  }

  DualNumber times(double other) {
    return rounded(value * other, slope * other);
  }

  DualNumber over(DualNumber other) {
    double quotient = value / other.value;
    double left = arithmetic.rounded(slope / other.value);
    double right = arithmetic.rounded(quotient * other.slope / other.value);
    return rounded(quotient, left - right);
  }

  DualNumber squared() {
    return rounded(value * value, 2 * value * slope);
  }

  DualNumber exp() {
    return through(Math::exp, Math::exp);
  }

  DualNumber expm1() {
    return through(Math::expm1, Math::exp);
  }

  DualNumber log() {
    return through(Math::log, x -> 1 / x);
  }

  DualNumber log1p() {
    return through(Math::log1p, x -> 1 / (1 + x));
  }

  DualNumber sqrt() {
    return through(Math::sqrt, x -> 0.5 / Math.sqrt(x));
  }

  DualNumber sin() {
    return through(Math::sin, Math::cos);
  }

  DualNumber cos() {
    return through(Math::cos, x -> -Math.sin(x));
  }

  DualNumber atan() {
    return through(Math::atan, x -> 1 / (1 + x * x));
  }

  DualNumber tanh() {
    return through(Math::tanh, x -> 4 / square(Math.exp(x) + Math.exp(-x)));
  }

  DualNumber sigmoid() {
    return through(x -> 1 / (1 + Math.exp(-x)), x -> 1 / ((1 + Math.exp(-x)) * (1 + Math.exp(x))));
  }

  DualNumber softplus() {
    return through(
        x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), x -> 1 / (1 + Math.exp(-x)));
  }

  /** log cosh, finite for any number. */
  DualNumber logCosh() {
    return through(
        x -> Math.abs(x) + Math.log1p(Math.exp(-2 * Math.abs(x))) - Math.log(2), Math::tanh);
  }

  DualNumber erf() {
    return through(DualNumber::errorFunction, x -> TWO_OVER_ROOT_PI * Math.exp(-x * x));
  }

  /** The slope at 0 is 0. */
  DualNumber abs() {
    arithmetic.kinkAt(value);
    return new DualNumber(arithmetic, Math.abs(value), slope * Math.signum(value));
  }

  /** The larger one; the slope at a tie is the mean of both. */
  DualNumber max(DualNumber other) {
    arithmetic.kinkAt(value - other.value);
    if (value == other.value) {
      return new DualNumber(arithmetic, value, (slope + other.slope) / 2);
    }
    return value > other.value ? this : other;
  }

  DualNumber min(DualNumber other) {
    return negated().max(other.negated()).negated();
  }

  DualNumber negated() {
    return new DualNumber(arithmetic, -value, -slope);
  }

  /** Whether the value is above {@code limit}, on either side of which the formula differs. */
  boolean isAbove(double limit) {
    arithmetic.kinkAt(value - limit);
    return value > limit;
  }

  /** Abramowitz and Stegun 7.1.6, whose terms all have one sign. */
  private static double errorFunction(double x) {
    if (Math.abs(x) > ERF_IS_ONE) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
  }

  private static double square(double x) {
    return x * x;
  }
}
